#include "capi/handles.h"
#include "capi/text.h"

referee_str referee_document_json(const referee_document* document) {
  return document == nullptr ? referee::capi::kNoText : referee::capi::Borrow(document->json);
}

void referee_document_free(referee_document* document) { delete document; }
