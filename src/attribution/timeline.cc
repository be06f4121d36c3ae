#include "src/attribution/timeline.h"

#include <algorithm>
#include <tuple>

#include "src/attribution/claims.h"
#include "src/attribution/source_party.h"

namespace referee {
namespace {

// The subject of the case: see LayOut.
std::size_t TitleInQuestion(const Case& the_case, const std::vector<Title>& titles) {
  if (MakesClaim(the_case.submission.intent)) {
    for (std::size_t i = titles.size(); i-- > 0;) {
      if (titles[i].submission == &the_case.submission) return i;
    }
    return kNoTitle;
  }
  const Partner* partner = the_case.source.partner;
  std::size_t latest = kNoTitle;
  for (std::size_t i = titles.size(); i-- > 0;) {
    if (!titles[i].same_referral) continue;
    if (partner == nullptr || titles[i].claim.partner_id == partner->id) return i;
    if (latest == kNoTitle) latest = i;
  }
  return latest;
}

std::vector<DatedTouch> TouchesOf(const Case& the_case, Band weakest) {
  std::vector<DatedTouch> touches;
  for (const Known<Touch>& known : the_case.touches) {
    const Touch& touch = known.record;
    if (known.best() < weakest) continue;
    if (!touch.at.has() || touch.at->instant > the_case.receipt) continue;
    DatedTouch dated;
    dated.touch = &touch;
    const Partner* partner = PartnerOfTouch(the_case.records, touch);
    if (partner != nullptr) {
      dated.partner_id = partner->id;
      dated.by_code = touch.partner_id.get() != partner->id;
    }
    dated.same_person = known.person >= weakest;
    dated.same_company = known.company >= weakest;
    touches.push_back(std::move(dated));
  }
  std::sort(touches.begin(), touches.end(), [](const DatedTouch& a, const DatedTouch& b) {
    return std::tie(a.touch->at->instant, a.touch->id) <
           std::tie(b.touch->at->instant, b.touch->id);
  });
  return touches;
}

}  // namespace

Band WeakestSame(Assumption assumption) {
  return assumption == Assumption::kPossibleIsSame ? Band::kPossible : Band::kSame;
}

Timeline LayOut(const Case& the_case, const Parameters& parameters, Assumption assumption) {
  Timeline timeline;
  timeline.titles = FindTitles(the_case, parameters, assumption);
  std::sort(timeline.titles.begin(), timeline.titles.end(), [](const Title& a, const Title& b) {
    return std::tie(a.claim.received, a.claim.sequence, a.claim.id) <
           std::tie(b.claim.received, b.claim.sequence, b.claim.id);
  });
  timeline.subject = TitleInQuestion(the_case, timeline.titles);
  timeline.touches = TouchesOf(the_case, WeakestSame(assumption));
  return timeline;
}

}  // namespace referee
