/** United front, ethnic and religious affairs, regions. How a line is written: see read-starter.ts. */
export const unitedFrontTerms = `
统一战线|統一戰線|C|united front|patriotic united front|unified front / unitary battle line / !united battle line
爱国统一战线|愛國統一戰線|P|patriotic united front|united front|!patriotic united battle line
民主党派|民主黨派|R|other political parties|non-CPC political parties / democratic parties / non-Communist parties
无党派人士|無黨派人士|R|prominent figures without party affiliation|personages without party affiliation / people without party affiliation / those without party affiliation / independent figures / non-affiliated|nonpartisan personages / non-partisan people
党外人士|黨外人士|R|prominent figures outside the CPC|non-CPC personages / non-Party personages / non-CPC members / public figures without CPC membership / people outside the CPC / people who are not CPC members / non-Party members|people outside party
多党合作和政治协商制度|多黨合作和政治協商制度|P|system of multiparty cooperation and political consultation|multi-party cooperation and political consultation system / system of multi-party cooperation and political consultation|!multi-party cooperating and political discussing system
政治协商|政治協商|P|political consultation||political discussion agreement
协商民主|協商民主|R|consultative democracy||negotiated democracy / negotiation democracy / deliberation democracy
全过程人民民主|全過程人民民主|R|whole-process people's democracy||full-process people's democracy / people's democracy throughout the process / people's democracy in the whole process / entire process people's democracy
中国国民党革命委员会|中國國民黨革命委員會|X|Revolutionary Committee of the Chinese Kuomintang|RCCK|Chinese Kuomintang Revolutionary Committee
中国民主同盟|中國民主同盟|X|China Democratic League|CDL|Chinese Democratic Alliance / China Democratic Alliance
民盟||X|China Democratic League|CDL|Democratic Alliance / People's League
农工党|農工黨|X|Chinese Peasants and Workers Democratic Party|CPWDP|Agricultural Workers Party / Farmers and Workers Party / Peasant Workers Party
致公党|致公黨|X|China Zhi Gong Party|Zhigong Party / China Zhigong Party / CZGP / Zhi Gong Party|Public Party / Public Interest Party
九三学社|九三學社|X|Jiusan Society|September 3 Society|Ninety-three Society / 93 Society / Nine Three Society / Jiusan Student Society
台盟||X|Taiwan Democratic Self-Government League|TDSL|Taiwan League / Taiwan Alliance
全国工商联|全國工商聯|X|All-China Federation of Industry and Commerce|ACFIC|National Federation of Industry and Commerce / National Association of Industry and Commerce
全国总工会|全國總工會|X|All-China Federation of Trade Unions|ACFTU|National General Union / National Trade Union Federation / National General Labor Union
全国妇联|全國婦聯|X|All-China Women's Federation|ACWF|National Women's Federation / National Women's Union
中国侨联|中國僑聯|X|All-China Federation of Returned Overseas Chinese|ACFROC|China Overseas Chinese Federation / China Federation of Overseas Chinese / Chinese Overseas Chinese Federation
中国科协|中國科協|X|China Association for Science and Technology|CAST|China Science Association / China Science and Technology Association
中国文联|中國文聯|X|China Federation of Literary and Art Circles|CFLAC|China Literary Union / China Federation of Literature and Art
中国作协|中國作協|X|China Writers Association|CWA / Chinese Writers Association|!China Author Association
中国红十字会|中國紅十字會|X|Red Cross Society of China|Chinese Red Cross|Chinese Red Cross Association / China Red Cross Association
民族区域自治|民族區域自治|P|regional ethnic autonomy|ethnic regional autonomy / regional autonomy|nation regional autonomy / nationality regional autonomy
少数民族|少數民族|P|ethnic minority|minority ethnic group / ethnic group / minority / national minority / minority nationality
各民族||P|all ethnic groups|ethnic groups / all China's ethnic groups / various ethnic groups / people of all ethnic groups / all nationalities|various nationalities / each nationality
全国各族人民|全國各族人民|P|Chinese people of all ethnic groups|people of all ethnic groups / all ethnic groups / people of all nationalities|people of all races / people of all ethnicities of the country
中华民族共同体意识|中華民族共同體意識|R|sense of community for the Chinese nation|sense of national identity / community for the Chinese nation / sense of community of the Chinese nation|Chinese nation community consciousness / awareness of the Chinese national community / community consciousness of the Chinese nation
铸牢中华民族共同体意识|鑄牢中華民族共同體意識|R|forge a strong sense of community for the Chinese nation|foster a strong sense of community for the Chinese nation / strong sense of community for the Chinese nation / heighten the sense of national identity / forging a strong sense of community of the Chinese nation|!cast the consciousness of the Chinese nation community / forge the awareness of the Chinese nation's community / cast a solid sense of community / firmly forge the consciousness of the Chinese national community
民族团结|民族團結|P|ethnic unity|unity among ethnic groups / ethnic solidarity / unity of all ethnic groups / solidarity of all ethnic groups / national unity|nationality unity
宗教中国化|宗教中國化|R|religions in China are Chinese in orientation|Chinese in orientation / sinicization of religion / adapt religions to the Chinese context|religious Chinaization / !religion Chinese-ization / Chineseization of religion
华侨华人|華僑華人|X|overseas Chinese|Chinese nationals and ethnic Chinese overseas / overseas Chinese and ethnic Chinese / Chinese living overseas / Chinese diaspora|!Chinese expatriates Chinese people
归侨侨眷|歸僑僑眷|X|returned overseas Chinese and their relatives|returned overseas Chinese and relatives of overseas Chinese / returned overseas Chinese and family members of overseas Chinese nationals|returned overseas Chinese and overseas dependents / overseas Chinese dependents
港澳同胞||X|compatriots in Hong Kong and Macao|Hong Kong and Macao compatriots / our compatriots in Hong Kong and Macao / people in Hong Kong and Macao|Hong Kong and Australia compatriots / !Hong Kong-Australian compatriots
台湾同胞|台灣同胞|O|Taiwan compatriots|compatriots in Taiwan / our compatriots in Taiwan / people in Taiwan|Taiwanese brethren
香港特别行政区|香港特別行政區|P|Hong Kong Special Administrative Region|HKSAR / Hong Kong SAR / Hong Kong|Hong Kong Special Executive Region / Hong Kong Special Administration District
澳门特别行政区|澳門特別行政區|P|Macao Special Administrative Region|Macao SAR / Macau SAR / Macau Special Administrative Region / Macao / Macau|Macao Special Executive Region
内蒙古自治区|內蒙古自治區|P|Inner Mongolia Autonomous Region|Inner Mongolia|Neimenggu Autonomous Region / Internal Mongolia
新疆维吾尔自治区|新疆維吾爾自治區|P|Xinjiang Uygur Autonomous Region|Xinjiang / Xinjiang Uyghur Autonomous Region
西藏自治区|西藏自治區|P|Xizang Autonomous Region|Tibet Autonomous Region / Tibet / Xizang
宁夏回族自治区|寧夏回族自治區|P|Ningxia Hui Autonomous Region|Ningxia|Ningxia Hui Nationality Autonomous Region
广西壮族自治区|廣西壯族自治區|P|Guangxi Zhuang Autonomous Region|Guangxi|Guangxi Zhuang Nationality Autonomous Region / !Guangxi Strong Autonomous Region
新疆生产建设兵团|新疆生產建設兵團|X|Xinjiang Production and Construction Corps|XPCC / bingtuan|!Xinjiang Production and Construction Regiment / Xinjiang Production Army
自治州||P|autonomous prefecture||autonomous state / self-governing state
直辖市|直轄市|P|municipality directly under the central government|municipality / centrally-administered municipality|!straight jurisdiction city / direct-controlled city
地级市|地級市|P|prefecture-level city|city at the prefecture level / prefectural-level city / prefecture city|ground-level city / land-level city
县级市|縣級市|P|county-level city|city at the county level
街道办事处|街道辦事處|P|subdistrict office|sub-district office / subdistrict|street office / !street handling office / avenue office
`;
