#include "server/rules/communication_rules.hpp"

#include "server/rules/merge.hpp"

namespace clerk::server::rules {

namespace {

// The officially assigned codes, each followed by a space.
constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";
static_assert(countries.size() == 249 * 3);

}  // namespace

bool is_country(std::string_view code) {
  if (code.size() != 2) return false;
  for (std::size_t i = 0; i < countries.size(); i += 3) {
    if (countries.substr(i, 2) == code) return true;
  }
  return false;
}

InstanceCommunication read(const operations::GetInstanceCommunication& /*operation*/,
                           const store::InstanceState& instance) {
  return answer_of(instance.settings.communication);
}

void write(const operations::UpdateInstanceCommunication& operation, const Surroundings& /*surroundings*/,
           Change& change) {
  merge(operation.body, change.after.settings.communication);

  // The real API drops what names no country without a word. facts 2.7
  std::erase_if(change.after.settings.communication.blocked_country_codes, [&](const std::string& code) {
    if (is_country(code)) return false;
    change.warn("blocked_country_codes", code + " names no country and was dropped");
    return true;
  });
}

InstanceCommunication answer(const operations::UpdateInstanceCommunication& /*operation*/,
                             const store::InstanceState& after) {
  return answer_of(after.settings.communication);
}

}  // namespace clerk::server::rules
