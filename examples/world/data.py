"""The invented companies and people of the sample world.  All domains end in .example."""

# id, name, legal form, domain, country, region, city, postal, street, industry, employees, kind,
# owner, territory, parent
ACCOUNTS = [line.split("|") for line in """
a-01|Falkenried Werke|AG|falkenried.example|DE|HH|Hamburg|20457|Hafenstr. 1|manufacturing|420|prospect|u-sam|t-dach|
a-02|Falkenried Service|GmbH|falkenried-service.example|DE|HH|Hamburg|20459|Hafenstr. 9|professional_services|85|prospect|u-sam|t-dach|a-01
a-03|Falkenried Polska|Sp. z o.o.|falkenried.pl.example|PL|PM|Gdańsk|80-001|Długa 12|manufacturing|140|customer|u-lea|t-east|a-01
a-04|Pegnitzer Werkzeugbau|GmbH|pegnitzer-werkzeugbau.example|DE|BY|Fürth|90762|Nürnberger Str. 44|manufacturing|180|prospect|u-sam|t-dach|
a-05|Alpenrose Käserei|GmbH & Co. KG|alpenrose-kaese.example|AT|T|Innsbruck|6020|Innrain 7|manufacturing|95|customer|u-sam|t-dach|
a-06|Zürisee Logistik|AG|zuerisee-logistik.example|CH|ZH|Zürich|8002|Seestrasse 101|logistics|310|prospect|u-sam|t-dach|
a-07|Nordlys Kraft|AS|nordlys-kraft.example|NO|55|Tromsø|9008|Storgata 3|energy|260|prospect|u-nils|t-nord|a-08
a-08|Nordlys Kraft Holding|ASA|nordlys-kraft.example|NO|03|Oslo|0150|Akersgata 20|energy|1900|prospect|u-nils|t-nord|
a-09|Halmstad Kyltransport|AB|halmkyl.example|SE|N|Halmstad|302 50|Kajgatan 8|logistics|140|prospect|u-nils|t-nord|
a-10|Jyske Maskiner|A/S|jyske-maskiner.example|DK|82|Horsens|8700|Havnen 5|manufacturing|230|prospect|u-nils|t-nord|
a-11|Saimaa Paperi|Oy|saimaapaperi.example|FI|09|Lappeenranta|53100|Kauppakatu 1|manufacturing|640|customer|u-nils|t-nord|
a-12|Atelier Rivière|SARL|atelier-riviere.example|FR|ARA|Lyon|69002|Rue Victor 14|retail|48|prospect|u-lea|t-west|
a-13|Clinique du Verger|SAS|clinique-verger.example|FR|BRE|Rennes|35000|Quai Nord 2|healthcare|380|prospect|u-lea|t-west|
a-14|Groupe Hélion|SA|helion.example|FR|IDF|Paris|75009|Rue Bleue 30|insurance|2600|prospect|u-lea|t-west|
a-15|Castellanza Aguas|SAU|castellanza-aguas.example|ES|CT|Girona|17001|Carrer Nou 3|energy|170|prospect|u-lea|t-west|a-16
a-16|Castellanza Grupo|SA|castellanza.example|ES|CT|Barcelona|08002|Via Laietana 5|energy|1400|customer|u-lea|t-west|
a-17|Bodegas Almendral|SL|bodegas-almendral.example|ES|RI|Logroño|26001|Calle Mayor 9|agriculture|62|prospect|u-lea|t-west|
a-18|Lagorai Pasta|S.r.l.|lagorai-pasta.example|IT|32|Trento|38122|Via Verdi 18|manufacturing|110|prospect|u-lea|t-west|
a-19|Cartiera Montefosco|S.p.A.|montefosco.example|IT|52|Lucca|55100|Via Roma 77|manufacturing|520|prospect|u-lea|t-west|
a-20|Tejo Cerâmica|Lda|tejoceramica.example|PT|13|Porto|4000-001|Rua das Flores 6|construction|75|prospect|u-lea|t-west|
a-21|De Waal Koeltechniek|B.V.|dewaalkoel.example|NL|ZH|Rotterdam|3011 AA|Maasboulevard 10|construction|130|prospect|u-lea|t-west|
a-22|Van der Meer Tuinbouw|B.V.|vdmeer.example|NL|ZH|Naaldwijk|2671 AB|Dijkweg 4|agriculture|90|former_customer|u-lea|t-west|
a-23|Kirkbride Instruments|Ltd|kirkbride.example|GB|ENG|Leeds|LS1 4AP|Canal Street 21|manufacturing|210|prospect|u-ada|t-isles|
a-24|Kirkbride Instruments Scotland|Ltd|kirkbride.example|GB|SCT|Dundee|DD1 3JT|Dock Street 2|manufacturing|60|prospect|u-ada|t-isles|a-23
a-25|Tallow & Sons|PLC|tallowsons.example|GB|ENG|York|YO1 7EP|Mill Lane 3|retail|880|customer|u-ada|t-isles|
a-26|Glenveagh Dairy|Ltd|glenveagh.example|IE|D|Dublin|D02 X285|Quay Road 15|manufacturing|150|prospect|u-ada|t-isles|
a-27|Harbour Lane Estates|LLP|harbourlane.example|GB|ENG|Bristol|BS1 5TR|Harbour Lane 1|real_estate|40|prospect|u-ada|t-isles|
a-28|Wisłok Meble|S.A.|wislok-meble.example|PL|PK|Rzeszów|35-001|Rynek 4|manufacturing|330|prospect|u-lea|t-east|
a-29|Vltavan Sklo|s.r.o.|vltavan.example|CZ|10|Praha|110 00|Na Poříčí 12|manufacturing|125|prospect|u-lea|t-east|
a-30|Dunav Agro|d.o.o.|dunavagro.example|RS|00|Novi Sad|21000|Dunavska 8|agriculture|210|prospect|u-lea|t-east|
a-31|Balaton Szoftver|Kft.|balatonszoft.example|HU|BU|Budapest|1051|Duna utca 6|software|55|prospect|u-lea|t-east|
a-32|Carpat Lemn|SRL|carpatlemn.example|RO|CJ|Cluj-Napoca|400001|Strada Lungă 3|manufacturing|160|prospect|u-lea|t-east|
a-33|Tallgrass Clinics|Inc.|tallgrass-clinics.example|US|TN|Nashville|37203|Elm Ave 400|healthcare|450|prospect|u-rae|t-us|
a-34|Gracehollow Freight|LLC|gracehollow.example|US|AL|Birmingham|35203|Depot Rd 12|logistics|320|prospect|u-rae|t-us|
a-35|Ridgepole Homes|Corp.|ridgepole.example|US|OR|Portland|97204|Pine St 88|construction|140|prospect|u-rae|t-us|
a-36|Sable Point Insurance|Inc.|sablepoint.example|US|MI|Ludington|49431|Shore Dr 5|insurance|95|prospect|u-rae|t-us|
a-37|Maple Inlet Schools|Ltd.|mapleinlet.example|CA|BC|Victoria|V8W 1P6|Fort St 30|education|700|prospect|u-rae|t-us|
a-38|Cenote Ingeniería|S.A. de C.V.|cenote.example|MX|YUC|Mérida|97000|Calle 60 415|construction|115|prospect|u-rae|t-us|
a-39|Neelgiri Castings|Pvt. Ltd.|neelgiri.example|IN|GJ|Rajkot|360001|Station Road 7|manufacturing|260|prospect|u-kai|t-apac|
a-40|Sanjo Hamono|株式会社|sanjohamono.example|JP|15|Sanjo|955-0071|Honcho 3|manufacturing|80|prospect|u-kai|t-apac|
a-41|Kallang Marine|Pte Ltd|kallangmarine.example|SG|01|Singapore|389461|Kallang Way 2|logistics|175|prospect|u-kai|t-apac|
a-42|Wattlebird Foods|Pty Ltd|wattlebird.example|AU|VIC|Geelong|3220|Moorabool St 19|manufacturing|190|prospect|u-kai|t-apac|
a-43|Tui Valley Orchards|Limited|tuivalley.example|NZ|HKB|Hastings|4122|Orchard Rd 6|agriculture|65|prospect|u-kai|t-apac|
a-44|Sterntaler Verlag|GmbH|sterntaler-verlag.example|DE|BE|Berlin|10115|Chausseestr. 20|professional_services|70|prospect|u-sam|t-dach|
a-45|Isarkliniken|gGmbH|isarkliniken.example|DE|BY|München|80331|Sendlinger Str. 5|healthcare|3200|prospect|u-sam|t-dach|
a-46|Stadtwerke Eichhafen|GmbH|sw-eichhafen.example|DE|SH|Kiel|24103|Am Kai 2|energy|540|prospect|u-sam|t-dach|
a-47|Rebholz Brauerei|GmbH & Co. KG|rebholz-brau.example|DE|BW|Ulm|89073|Hirschstr. 11|manufacturing|115|customer|u-sam|t-dach|
a-48|Rebholz Brauerei|GmbH|rebholz-brau.example|DE|BW|Ulm|89073|Hirschstraße 11|manufacturing|115|customer|u-sam|t-dach|
a-49|Linthal Versicherung|AG|linthal.example|CH|GL|Glarus|8750|Bahnhofstrasse 4|insurance|240|prospect|u-sam|t-dach|
a-50|Murtal Hotels|GmbH|murtalhotels.example|AT|ST|Graz|8010|Murgasse 9|hospitality|125|prospect|u-sam|t-dach|
a-51|Lindqvist Bygg|AB|lindqvistbygg.example|SE|AB|Stockholm|111 20|Vasagatan 10|construction|340|prospect|u-nils|t-nord|
a-52|Fjordglas|AS|fjordglas.example|NO|46|Bergen|5003|Bryggen 7|manufacturing|55|prospect|u-nils|t-nord|
a-53|Vestby Skoler|KF|vestbyskoler.example|NO|30|Vestby|1540|Skoleveien 1|education|410|prospect|u-nils|t-nord|
a-54|Ostrava Tool|a.s.|ostravatool.example|CZ|80|Ostrava|702 00|Nádražní 33|manufacturing|280|prospect|u-lea|t-east|
a-55|Baltica Bank|UAB|balticabank.example|LT|VL|Vilnius|01103|Gedimino 15|finance|620|prospect|u-lea|t-east|
a-56|Penrose Telecom|PLC|penrose-telecom.example|GB|ENG|Reading|RG1 1AX|Station Hill 4|telecommunications|1250|prospect|u-ada|t-isles|
a-57|Moorgate Training|CIC|moorgatetraining.example|GB|ENG|Sheffield|S1 2BJ|Division St 8|education|35|prospect|u-ada|t-isles|
a-58|Albufera Turismo|S.L.|albufera-turismo.example|ES|VC|Valencia|46001|Plaza Nueva 2|hospitality|85|prospect|u-lea|t-west|
a-59|Óbidos Ferragens|Lda|obidosferragens.example|PT|10|Leiria|2400-001|Rua Direita 44|manufacturing|68|prospect|u-lea|t-west|
a-60|Brisa Energia|SA|brisaenergia.example|PT|11|Lisboa|1100-001|Avenida Nova 200|energy|980|prospect|u-lea|t-west|
a-61|Quarrenden Packaging|Limited|quarrenden.example|GB|ENG|Norwich|NR1 3JU|Station Road 168|manufacturing|205|prospect|u-ada|t-isles|
a-62|Helix Biolabor|GmbH|helixbio.example|DE|HE|Marburg|35037|Am Schlag 3|healthcare|160|prospect|u-sam|t-dach|
""".strip().splitlines()]

USERS = [
    ("u-maya", "Maya Lind", "partner_manager", "u-tom", True), ("u-tom", "Tom Arvid", "partner_owner", "u-maya", True),
    ("u-sam", "Sam Ostrander", "sales_owner", "u-lea", True), ("u-lea", "Lea Fontaine", "sales_owner", "u-sam", True),
    ("u-nils", "Nils Aune", "sales_owner", "u-sam", True), ("u-ada", "Ada Pemberton", "sales_owner", "u-lea", True),
    ("u-rae", "Rae Whitlock", "sales_owner", "u-ada", True), ("u-kai", "Kai Nakano", "sales_owner", "u-rae", True),
    ("u-ida", "Ida Rosen", "program_owner", "u-tom", True), ("u-otto", "Otto Brandt", "rev_ops", "u-ida", True),
    ("u-chen", "Chen Yara", "channel_ops", "u-otto", True), ("u-gone", "Gil Onefold", "sales_owner", "u-sam", False),
]

TERRITORIES = [
    ("t-dach", "DACH", "DE AT CH", "u-sam"), ("t-nord", "Nordics", "NO SE DK FI", "u-nils"),
    ("t-west", "Western Europe", "FR ES IT PT NL BE", "u-lea"), ("t-east", "Eastern Europe", "PL CZ RS HU RO LT", "u-lea"),
    ("t-isles", "British Isles", "GB IE", "u-ada"), ("t-us", "Americas", "US CA MX", "u-rae"),
    ("t-apac", "Asia Pacific", "IN JP SG AU NZ", "u-kai"),
]

# id, name, domain, kind, tier, code, territories, users (id, name)
PARTNERS = [
    ("p-nova", "Nova Cloud GmbH", "novacloud.example", "technology", "gold", "NOVA10", "t-dach t-nord t-east", [("pu-ira", "Ira Beck"), ("pu-jan", "Jan Holm")]),
    ("p-isarwerk", "Isarwerk IT Consulting AG", "isarwerk.example", "technology", "gold", "ISAR7", "", [("pu-svenja", "Svenja Paulick")]),
    ("p-nordhafen", "Nordhafen Systemhaus GmbH", "nordhafen-it.example", "reseller", "silver", "NORDHAFEN5", "", [("pu-heike", "Heike Möller"), ("pu-cem", "Cem Tasdemir")]),
    ("p-brisa", "Brisa Consultores SL", "brisaconsult.example", "referral", "silver", "BRISA5", "t-west", [("pu-lucia", "Lucía Ferrán")]),
    ("p-rhon", "Rhönkontor Distribution KG", "rhoenkontor.example", "distributor", "platinum", "RHON1", "", [("pu-urs", "Urs Kehl")]),
    ("p-donau", "Donaublick Systeme GmbH", "donaublick.example", "reseller", "silver", "DONAU3", "t-dach", [("pu-mia", "Mia Stangl")]),
    ("p-tejoline", "Tejoline Partners Lda", "tejoline.example", "agency", "bronze", "TEJO9", "t-west", [("pu-rui", "Rui Valadas")]),
    ("p-kumoda", "Kumoda Solutions KK", "kumoda.example", "msp", "gold", "KUMODA2", "t-apac", [("pu-aiko", "Aiko Mori")]),
]

FIRST = """Jonas Anna Lukas Marta Erik Sofia Pierre Clara Marco Giulia Tom Emma Piotr Hanna Jan Elena Luis Carmen Nils Astrid
Aiko Ravi Mei Noah Olivia Liam Grace Owen Ines Rui""".split()
LAST = """Weber Schneider Novak Lindqvist Moreau Rossi Fernandes García Kowalski Berg Hansen Virtanen Walker Murphy Dvořák
Horvat Tanaka Sharma Lim Taylor Bianchi Dubois Silva Jansen Meyer Eriksen Papadakis Popescu Kaya Brandt""".split()
TITLES = ["Head of IT", "Managing Director", "Purchasing Manager", "Operations Manager", "CFO"]
