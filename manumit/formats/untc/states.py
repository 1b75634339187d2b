"""The names by which the depositary calls participants, and whose they are.

Names are those of the United Nations; codes those of ISO 3166-1 in lower case or, for bodies, our
own. What is in none of the tables has no code here.
"""

from datetime import date

# A code, then the names in use now or formerly of one and the same state or body.
_NAMES = """
ad Andorra
ae United Arab Emirates
af Afghanistan
ag Antigua and Barbuda
al Albania
am Armenia
ao Angola
ar Argentina
at Austria
au Australia
az Azerbaijan
ba Bosnia and Herzegovina
bb Barbados
bd Bangladesh
be Belgium
bf Burkina Faso; Upper Volta
bg Bulgaria
bh Bahrain
bi Burundi
bj Benin; Dahomey
bn Brunei Darussalam; Brunei
bo Bolivia (Plurinational State of); Bolivia
br Brazil
bs Bahamas
bt Bhutan
bw Botswana
by Belarus; Byelorussian Soviet Socialist Republic; Byelorussian SSR
bz Belize
ca Canada
cd Democratic Republic of the Congo; Zaire
cf Central African Republic
cg Congo
ch Switzerland
ci Côte d'Ivoire; Ivory Coast
ck Cook Islands
cl Chile
cm Cameroon
cn China
co Colombia
cr Costa Rica
cu Cuba
cv Cabo Verde; Cape Verde
cy Cyprus
cz Czech Republic; Czechia
de Germany; Federal Republic of Germany; Germany, Federal Republic of
dj Djibouti
dk Denmark
dm Dominica
do Dominican Republic
dz Algeria
ec Ecuador
ee Estonia
eg Egypt
er Eritrea
es Spain
et Ethiopia
fi Finland
fj Fiji
fm Micronesia (Federated States of); Micronesia, Federated States of
fr France
ga Gabon
gb United Kingdom of Great Britain and Northern Ireland; United Kingdom
gd Grenada
ge Georgia
gh Ghana
gm Gambia
gn Guinea
gq Equatorial Guinea
gr Greece
gt Guatemala
gw Guinea-Bissau
gy Guyana
hk Hong Kong; Hong Kong, China
hn Honduras
hr Croatia
ht Haiti
hu Hungary
id Indonesia
ie Ireland
il Israel
in India
iq Iraq
ir Iran (Islamic Republic of); Iran
is Iceland
it Italy
jm Jamaica
jo Jordan
jp Japan
ke Kenya
kg Kyrgyzstan
kh Cambodia; Democratic Kampuchea; Kampuchea
ki Kiribati
km Comoros
kn Saint Kitts and Nevis
kp Democratic People's Republic of Korea
kr Republic of Korea; Korea, Republic of
kw Kuwait
ky Cayman Islands
kz Kazakhstan
la Lao People's Democratic Republic; Laos
lb Lebanon
lc Saint Lucia
li Liechtenstein
lk Sri Lanka; Ceylon
lr Liberia
ls Lesotho
lt Lithuania
lu Luxembourg
lv Latvia
ly Libya; Libyan Arab Jamahiriya; Libyan Arab Republic
ma Morocco
mc Monaco
md Republic of Moldova; Moldova
me Montenegro
mg Madagascar
mh Marshall Islands
mk North Macedonia; The former Yugoslav Republic of Macedonia
ml Mali
mm Myanmar; Burma
mn Mongolia; Mongolian People's Republic
mo Macao; Macau; Macao, China
mr Mauritania
ms Montserrat
mt Malta
mu Mauritius
mv Maldives
mw Malawi
mx Mexico
my Malaysia; Federation of Malaya
mz Mozambique
na Namibia
ne Niger
ng Nigeria
ni Nicaragua
nl Netherlands; Netherlands (Kingdom of the); Kingdom of the Netherlands
no Norway
np Nepal
nr Nauru
nu Niue
nz New Zealand
om Oman
pa Panama
pe Peru
pg Papua New Guinea
ph Philippines
pk Pakistan
pl Poland
ps State of Palestine; Palestine
pt Portugal
pw Palau
py Paraguay
qa Qatar
ro Romania
rs Serbia
ru Russian Federation; Union of Soviet Socialist Republics
rw Rwanda
sa Saudi Arabia
sb Solomon Islands
sc Seychelles
sd Sudan
se Sweden
sg Singapore
si Slovenia
sk Slovakia; Slovak Republic
sl Sierra Leone
sm San Marino
sn Senegal
so Somalia
sr Suriname; Surinam
ss South Sudan
st Sao Tome and Principe
sv El Salvador
sy Syrian Arab Republic; Syria
sz Eswatini; Swaziland
tc Turks and Caicos Islands
td Chad
tg Togo
th Thailand; Siam
tj Tajikistan
tl Timor-Leste
tm Turkmenistan
tn Tunisia
to Tonga
tr Türkiye; Turkey
tt Trinidad and Tobago
tv Tuvalu
tz United Republic of Tanzania; Tanzania
ua Ukraine; Ukrainian Soviet Socialist Republic; Ukrainian SSR
ug Uganda
us United States of America
uy Uruguay
uz Uzbekistan
va Holy See
vc Saint Vincent and the Grenadines
ve Venezuela (Bolivarian Republic of); Venezuela
vg British Virgin Islands
vn Viet Nam; Socialist Republic of Viet Nam
vu Vanuatu
ws Samoa; Western Samoa
ye Yemen
za South Africa; Union of South Africa
zm Zambia
zw Zimbabwe
africa African Union
asean Association of Southeast Asian Nations
coe Council of Europe
ecowas Economic Community of West African States
eu European Union; European Community; European Economic Community
ilo International Labour Organisation; International Labour Organization
un United Nations
"""

CODES = {
    name.strip(): line.split(" ", 1)[0]
    for line in _NAMES.strip().splitlines()
    for name in line.split(" ", 1)[1].split(";")
}
"""Each name and its code."""

GONE = {
    "Czechoslovakia": "ended on 31 December 1992; the Czech Republic and Slovakia followed it",
    "Democratic Yemen": "became part of Yemen on 22 May 1990",
    "German Democratic Republic": "became part of the Federal Republic of Germany on 3 October 1990",
    "Organization of African Unity": "the African Union followed it on 9 July 2002",
    "Republic of China": "represented China at the United Nations until 25 October 1971",
    "Republic of South Viet-Nam": "became part of Viet Nam on 2 July 1976",
    "Republic of Viet-Nam": "became part of Viet Nam on 2 July 1976",
    "Serbia and Montenegro": "Serbia went on as it and Montenegro left it on 3 June 2006",
    "Tanganyika": "became part of the United Republic of Tanzania on 26 April 1964",
    "United Arab Republic": "Egypt and Syria from 1958 to 1961, Egypt alone until 1971",
    "Yemen Arab Republic": "became part of Yemen on 22 May 1990",
    "Yugoslavia": "several states followed it, each from a day of its own",
    "Zanzibar": "became part of the United Republic of Tanzania on 26 April 1964",
}
"""Names of what is no more, and what became of it: nobody's code, whoever followed."""

SINCE = {
    "ba": (date(1992, 3, 3), "Yugoslavia"),
    "cn": (date(1971, 10, 25), "the Republic of China, or for it"),
    "cz": (date(1993, 1, 1), "Czechoslovakia"),
    "hr": (date(1991, 6, 25), "Yugoslavia"),
    "me": (date(2006, 6, 3), "Serbia and Montenegro, or Yugoslavia"),
    "mk": (date(1991, 9, 8), "Yugoslavia"),
    "rs": (date(1992, 4, 27), "the former Yugoslavia"),
    "si": (date(1991, 6, 25), "Yugoslavia"),
    "sk": (date(1993, 1, 1), "Czechoslovakia"),
    "vn": (date(1976, 7, 2), "the Republic of Viet-Nam or the Democratic Republic"),
    "ye": (date(1990, 5, 22), "the Yemen Arab Republic or Democratic Yemen"),
}
"""The first day from which an act in the row of that name is surely that state's, and whose it may
be before: the depositary says it in a note."""
