/* The documents that the tests of the C API share. */
#ifndef REFEREE_TESTS_CAPI_FIXTURE_H_
#define REFEREE_TESTS_CAPI_FIXTURE_H_

static const char kRecords[] =
    "{\"type\":\"partner\",\"id\":\"p-nova\",\"name\":\"Nova Cloud GmbH\","
    "\"domains\":[\"novacloud.example\"],\"program_id\":\"prog\","
    "\"program_status\":[{\"status\":\"active\",\"from\":\"2025-01-01T00:00:00Z\",\"to\":null}],"
    "\"partner_manager\":\"u-maya\",\"partner_owner\":\"u-tom\",\"accepts_leads\":true}\n"
    "{\"type\":\"partner\",\"id\":\"p-peak\",\"name\":\"Peak Systems AG\","
    "\"domains\":[\"peaksystems.example\"],\"program_id\":\"prog\","
    "\"program_status\":[{\"status\":\"active\",\"from\":\"2025-01-01T00:00:00Z\",\"to\":null}],"
    "\"partner_manager\":\"u-maya\",\"partner_owner\":\"u-tom\",\"accepts_leads\":true}\n"
    "{\"type\":\"user\",\"id\":\"u-maya\",\"name\":\"Maya Lind\","
    "\"roles\":[\"partner_manager\"],\"active\":true}\n"
    "\n"
    "{\"type\":\"user\",\"id\":\"u-tom\",\"name\":\"Tom Reed\","
    "\"roles\":[\"partner_owner\"],\"active\":true}\n"
    "{\"type\":\"account\",\"id\":\"a-1\",\"name\":\"Falkenried Werke AG\","
    "\"domains\":[\"falkenried.example\"],\"address\":{\"city\":\"Hamburg\",\"country\":\"DE\"},"
    "\"industry\":\"manufacturing\",\"employees\":420,\"kind\":\"prospect\",\"owner\":\"u-tom\"}\n"
    "{\"type\":\"contact\",\"id\":\"c-1\",\"first_name\":\"Jonas\",\"last_name\":\"Weber\","
    "\"emails\":[\"jonas.weber@falkenried.example\"],\"company_id\":\"a-1\"}\n";
enum { kRecordCount = 6 };

#define LEAD                                                                              \
  "\"lead\":{\"first_name\":\"Jonas\",\"last_name\":\"Weber\","                           \
  "\"emails\":[\"jonas.weber@falkenried.example\"],\"authority\":\"decision_maker\"},"    \
  "\"company\":{\"name\":\"Falkenried Werke AG\",\"domains\":[\"falkenried.example\"],"   \
  "\"address\":{\"city\":\"Hamburg\",\"country\":\"DE\"},\"industry\":\"manufacturing\"," \
  "\"employees\":420},\"need\":\"Replace an old ERP\",\"urgency\":\"this_quarter\","      \
  "\"region\":\"DE\",\"product_interest\":[\"erp\"],\"program_id\":\"prog\","             \
  "\"introduction_path\":\"worked together\",\"consent\":{\"basis\":\"consent\","         \
  "\"share_forward\":true,\"contact\":true,\"report_back\":true}"

static const char kSubmission[] =
    "{\"type\":\"submission\",\"id\":\"s-1\",\"idempotency_key\":\"portal:1\","
    "\"channel\":\"portal\",\"intent\":\"referral\",\"partner_id\":\"p-nova\","
    "\"received_at\":\"2026-06-01T10:00:20Z\"," LEAD "}";

/* The same party from another partner, a minute later. */
static const char kRival[] =
    "{\"type\":\"submission\",\"id\":\"s-2\",\"idempotency_key\":\"portal:2\","
    "\"channel\":\"portal\",\"intent\":\"referral\",\"partner_id\":\"p-peak\","
    "\"received_at\":\"2026-06-01T10:01:20Z\"," LEAD "}";

/* The key of the first with other content. */
static const char kReusedKey[] =
    "{\"type\":\"submission\",\"id\":\"s-9\",\"idempotency_key\":\"portal:1\","
    "\"channel\":\"portal\",\"intent\":\"referral\",\"partner_id\":\"p-peak\","
    "\"received_at\":\"2026-06-01T10:00:20Z\"," LEAD "}";

/* A number where a list of texts is due. */
static const char kWrong[] =
    "{\"type\":\"submission\",\"id\":\"s-3\",\"intent\":\"referral\","
    "\"received_at\":\"2026-06-01T10:00:20Z\",\"lead\":{\"emails\":[7]}}";

#endif /* REFEREE_TESTS_CAPI_FIXTURE_H_ */
