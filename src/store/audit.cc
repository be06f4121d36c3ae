#include "src/store/audit.h"

#include "src/base/json_writer.h"

namespace referee {
namespace {

std::int64_t Signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }

void WriteDamage(json::Writer& writer, const Damage& damage) {
  writer.BeginObject().Key("tenant").String(damage.tenant).Key("entry");
  if (damage.entry > 0) {
    writer.Integer(Signed(damage.entry));
  } else {
    writer.Null();
  }
  writer.Key("table").String(damage.table).Key("row").String(damage.row);
  writer.Key("what").String(damage.what).EndObject();
}

}  // namespace

std::string AuditJson(const AuditReport& report) {
  std::string out;
  json::Writer writer(&out);
  writer.BeginObject().Key("schema").String("referee.audit/1");
  writer.Key("sound").Bool(report.is_sound()).Key("tenants").BeginArray();
  for (const TenantHead& head : report.tenants) {
    writer.BeginObject().Key("tenant").String(head.tenant);
    writer.Key("entries").Integer(Signed(head.entries));
    writer.Key("submissions").Integer(Signed(head.submissions));
    writer.Key("head").String(DigestText(head.head));
    writer.Key("root").String(DigestText(head.root)).EndObject();
  }
  writer.EndArray().Key("contents").Integer(Signed(report.contents));
  writer.Key("erased").Integer(Signed(report.erased));
  writer.Key("damage_count").Integer(Signed(report.damage_count)).Key("damage").BeginArray();
  for (const Damage& damage : report.damage) WriteDamage(writer, damage);
  writer.EndArray().EndObject();
  return out;
}

}  // namespace referee
