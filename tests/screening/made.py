"""A small list of made-up parties in every format, and the parties as values."""

from __future__ import annotations

import csv
import io
import json

from app.screening.formats.csl import COLUMNS
from app.screening.index import Index, build

EL = "Entity List (EL) - Bureau of Industry and Security"
SDN = "Specially Designated Nationals (SDN) - Treasury Department"
REQUIREMENT = "For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)"

ROWS = (
    {
        "_id": "a1",
        "source": EL,
        "name": "Voskhod Kvantum Institute of Applied Photonics",
        "addresses": "12 Made Street, Nowhere, 100000, RU; and 3 Other Lane, CN",
        "alt_names": "Kvantum Photonics; VKIAP",
        "license_requirement": REQUIREMENT,
        "license_policy": "Presumption of denial.",
        "federal_register_notice": "99 FR 1",
    },
    {
        "_id": "a2",
        "source": SDN,
        "entity_number": "77",
        "type": "Individual",
        "name": "ZARIFOV, Muhammad Tolibovich",
        "addresses": "AE",
        "programs": "MADE-UP; OTHER",
        "alt_names": "ZARIFOW, Mohamed",
    },
    {
        "_id": "a3",
        "source": SDN,
        "entity_number": "78",
        "type": "Vessel",
        "name": "OCEAN GRIFFIN 7",
        "ids": "IMO, 9990001, PA",
    },
    {
        "_id": "a4",
        "source": "Denied Persons List (DPL) - Bureau of Industry and Security",
        "name": "Brennholt Precision Tooling GmbH",
        "addresses": "DE",
    },
)
NAMES = (
    "Voskhod Kvantum Institute of Applied Photonics",
    "Kvantum Photonics",
    "VKIAP",
    "ZARIFOV, Muhammad Tolibovich",
    "ZARIFOW, Mohamed",
    "OCEAN GRIFFIN 7",
    "Brennholt Precision Tooling GmbH",
    "Shenzhen Luminar Microsystems Co., Ltd.",
    "Zhongke Huaxin Semiconductor Technology Co., Ltd.",
    "Huaxin Wei Electronics Limited",
    "Limited Liability Company Severny Reaktor",
    "OBSHCHESTVO S OGRANICHENNOY OTVETSTVENNOSTYU MORSKOY VETER",
    "AL-QASIMI, Yusuf Abdullah",
    "Yousef Abdallah EL KASIMI",
    "J. R. Tannenbaum",
    "Plant No. 5 of Heavy Presses",
    "Plant No. 6 of Heavy Presses",
    "Northern Trading Company",
    "Global Trading Group Ltd",
    "Sociedad Minera Cerro Ficticio S.A. de C.V.",
    "RA-99031",
    "Iskra",
)


def csl_csv(rows: tuple[dict[str, str], ...] = ROWS, columns: tuple[str, ...] = COLUMNS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def csl_json(rows: tuple[dict[str, str], ...] = ROWS) -> str:
    def entry(row: dict[str, str]) -> dict[str, object]:
        country = row.get("addresses", "")[-2:]
        return {
            "id": row["_id"],
            "source": row["source"],
            "entity_number": row.get("entity_number"),
            "type": row.get("type"),
            "name": row["name"],
            "programs": row.get("programs", "").split("; ") if row.get("programs") else [],
            "addresses": [{"address": "1 Made Street", "city": None, "country": country}],
            "alt_names": row["alt_names"].split("; ") if "alt_names" in row else None,
            "license_requirement": row.get("license_requirement"),
            "ids": [{"type": "Passport", "number": "X1", "country": "AE", "issue_date": None}],
        }

    used = [{"source": EL, "source_last_updated": "2026-11-20T05:00:00+00:00"}]
    return json.dumps({"results": [entry(row) for row in rows], "sources_used": used})


EU_COLUMNS = [
    "fileGenerationDate",
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_Remark",
    "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_NumberTitle",
    "Entity_Regulation_Programme",
    "NameAlias_LastName",
    "NameAlias_FirstName",
    "NameAlias_WholeName",
    "Address_City",
    "Address_Street",
    "Address_CountryIso2Code",
    "Identification_Number",
]
EU_COLUMNS += [f"Other_{number}" for number in range(118 - len(EU_COLUMNS))]


def eu_csv() -> str:
    def row(*cells: str) -> str:
        return ";".join((*cells, *[""] * (118 - len(cells))))

    first = ("20/11/2026", "13", "EU.1.1", "made", "P", "2020/1 (OJ L 1)", "MADE")
    return "\r\n".join(
        (
            ";".join(EU_COLUMNS),
            row(*first, "Sample", "Ann", "Ann Sample"),
            row(*first, "", "", "", "Nowhere", "1 Made Street", "RU"),
            row(*first, "", "", "Anna Samplova"),
            row("20/11/2026", "14", "EU.1.2", "", "E", "", "MADE", "", "", "Made Works"),
            "",
        )
    )


EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-20T10:00:00">
 <sanctionEntity euReferenceNumber="EU.1.1" logicalId="13">
  <remark>made</remark>
  <regulation programme="MADE" numberTitle="2020/1 (OJ L 1)"/>
  <subjectType code="person" classificationCode="P"/>
  <nameAlias firstName="Ann" lastName="Sample" wholeName="Ann Sample" strong="true"/>
  <nameAlias firstName="Anna" lastName="Samplova" wholeName="" strong="true"/>
  <citizenship countryIso2Code="00"/>
  <address city="Nowhere" street="1 Made Street" countryIso2Code="RU"/>
  <identification identificationTypeCode="passport" number="X1"/>
 </sanctionEntity>
 <sanctionEntity euReferenceNumber="EU.1.2"><subjectType classificationCode="E"/>
  <nameAlias wholeName="Made Works"/></sanctionEntity>
 <sanctionEntity euReferenceNumber="EU.1.3"/>
</export>"""

UN_XML = """<?xml version="1.0"?>
<CONSOLIDATED_LIST dateGenerated="2026-11-21T00:00:00Z"><INDIVIDUALS><INDIVIDUAL>
 <DATAID>1</DATAID><FIRST_NAME>Ann</FIRST_NAME><SECOND_NAME>Sample</SECOND_NAME>
 <UN_LIST_TYPE>MADE</UN_LIST_TYPE><REFERENCE_NUMBER>MDi.001</REFERENCE_NUMBER>
 <NATIONALITY><VALUE>Nowhereland</VALUE></NATIONALITY>
 <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Anna Samplova</ALIAS_NAME></INDIVIDUAL_ALIAS>
 <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
 <INDIVIDUAL_ADDRESS><STREET>1 Made Street</STREET><COUNTRY>Nowhereland</COUNTRY></INDIVIDUAL_ADDRESS>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><FIRST_NAME>Made Works</FIRST_NAME>
 <REFERENCE_NUMBER>MDe.002</REFERENCE_NUMBER><ENTITY_ALIAS><ALIAS_NAME>MW</ALIAS_NAME></ENTITY_ALIAS>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>"""

SDN_CSV = (
    '36,"MADE AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '77,"SAMPLE, Ann","individual","SDGT] [MADE","Director",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    "\"DOB 1960; a.k.a. 'SAMPLOVA, Anna'.\"\r\n"
    "\x1a\r\n"
)


def index_of(names: tuple[str, ...] = NAMES) -> Index:
    return build(list(enumerate(names)))
