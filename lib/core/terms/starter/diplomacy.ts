/** Foreign affairs: initiatives, missions, partnerships, organisations. How a line is written: see read-starter.ts. */
export const diplomacyTerms = `
一带一路|一帶一路|M|Belt and Road Initiative|Belt and Road / BRI / Silk Road Economic Belt and the 21st Century Maritime Silk Road / B&R|One Belt One Road / One Belt and One Road / !One Belt All the Way / the Belt and Road strategy|An initiative, never a strategy or project
一带一路倡议|一帶一路倡議|M|Belt and Road Initiative|Belt and Road / BRI / initiative|One Belt One Road / One Belt and One Road / the Belt and Road strategy
共建一带一路|共建一帶一路|M|Belt and Road cooperation|Belt and Road / jointly build the Belt and Road / BRI / building the Belt and Road together / joint construction of the Belt and Road / Belt and Road Initiative|co-construction of the Belt and Road / !co-build One Belt One Road / One Belt One Road / One Belt and One Road
丝绸之路经济带|絲綢之路經濟帶|M|Silk Road Economic Belt
21世纪海上丝绸之路|21世紀海上絲綢之路|M|21st Century Maritime Silk Road|Maritime Silk Road
一带一路国际合作高峰论坛|一帶一路國際合作高峰論壇|M|Belt and Road Forum for International Cooperation|BRF / Belt and Road Forum|Belt and Road International Cooperation Summit Forum / !One Belt One Road International Cooperation Summit
人类命运共同体|人類命運共同體|R|community with a shared future for mankind|human community with a shared future / community with a shared future for humanity / global community of shared future / community of shared future for mankind / community with a shared future / community of common destiny / community of shared future / community of shared destiny|community of human destiny / !human destiny community / !community of human fate / !community of destiny of mankind / human fate community
中非命运共同体|中非命運共同體|M|China-Africa community with a shared future|all-weather China-Africa community with a shared future / community with a shared future / community of common destiny|China-Africa destiny community / !China-Africa community of destiny
海洋命运共同体|海洋命運共同體|M|maritime community with a shared future|community with a shared maritime future|ocean destiny community / !community of ocean destiny
网络空间命运共同体|網絡空間命運共同體|X|community with a shared future in cyberspace|community of shared future in cyberspace|!cyberspace destiny community / community of destiny in cyberspace
人类卫生健康共同体|人類衛生健康共同體|M|global community of health for all|community of health for all|human health community / community of human health / human hygiene and health community
全人类共同价值|全人類共同價值|R|humanity's shared values|common values of humanity / shared values of humanity / shared human values / common values of mankind / common values of all mankind / common values of all humanity
全球发展倡议|全球發展倡議|M|Global Development Initiative|GDI
全球安全倡议|全球安全倡議|M|Global Security Initiative|GSI
全球文明倡议|全球文明倡議|M|Global Civilization Initiative|GCI
全球治理倡议|全球治理倡議|M|Global Governance Initiative|GGI
文明交流互鉴|文明交流互鑒|R|exchanges and mutual learning between civilizations|exchanges and mutual learning among civilizations / mutual learning between civilizations / mutual learning among civilizations / inter-civilization exchanges|civilization exchange and mutual appreciation / mutual learning and mutual learning
新型国际关系|新型國際關係|R|new type of international relations|new form of international relations / new model of international relations
新型大国关系|新型大國關係|M|new model of major-country relations|new type of major-country relations / new model of relations between major countries / new type of great power relations|new type of big country relations / new big power relations
中国特色大国外交|中國特色大國外交|R|major-country diplomacy with Chinese characteristics|Chinese major-country diplomacy|great power diplomacy with Chinese characteristics / big country diplomacy with Chinese characteristics / diplomacy of major countries with Chinese characteristics / big power diplomacy with Chinese characteristics
大国外交|大國外交|M|major-country diplomacy|diplomacy of major countries / great-power diplomacy|big country diplomacy / big power diplomacy
元首外交||M|head-of-state diplomacy|diplomacy between heads of state|chief diplomacy / heads of state diplomatic
周边外交|周邊外交|M|neighborhood diplomacy|diplomacy with neighboring countries|peripheral diplomacy / surrounding diplomacy / periphery diplomacy
多边外交|多邊外交|M|multilateral diplomacy
公共外交||M|public diplomacy
民间外交|民間外交|M|people-to-people diplomacy|non-governmental diplomacy / people's diplomacy|folk diplomacy / private diplomacy
主场外交|主場外交|M|home-ground diplomacy|diplomatic event hosted by China / host diplomacy / host-country diplomacy|home court diplomacy / home diplomacy / home field diplomacy
亲诚惠容|親誠惠容|R|amity, sincerity, mutual benefit, and inclusiveness||!pro-sincerity / close, sincere, benefit and tolerance
真实亲诚|真實親誠|R|sincerity, real results, affinity, and good faith|sincerity, real results, amity and good faith
正确义利观|正確義利觀|R|principle of pursuing the greater good and shared interests|greater good and shared interests / principle of upholding justice while pursuing shared interests / upholding justice while pursuing shared interests / pursuing the greater good|correct view of righteousness and interests / correct concept of justice and interests / correct view of justice and profit / correct view of righteousness and benefit
共商共建共享||M|extensive consultation, joint contribution, and shared benefits|extensive consultation and joint contribution for shared benefits / planning together, building together, and benefiting together / consultation, contribution and shared benefits|discuss, build and share together / joint discussion, co-construction and sharing / co-discussion, co-construction and sharing / consultation, co-construction and sharing
和平共处五项原则|和平共處五項原則|O|Five Principles of Peaceful Coexistence
和平发展道路|和平發展道路|O|path of peaceful development|peaceful development path / peaceful development
求同存异|求同存異|M|seek common ground while reserving differences|seek common ground while setting aside differences / seek common ground while shelving differences / seek common ground and reserve differences|!seeking common ground while existing differences
合作共赢|合作共贏|R|win-win cooperation|mutually beneficial cooperation / mutual benefit / win-win|cooperate to win together
互利共赢|互利共贏|R|mutual benefit and win-win results|mutually beneficial / win-win / mutual benefit
相互尊重、公平正义、合作共赢|相互尊重、公平正義、合作共贏|R|mutual respect, fairness, justice, and win-win cooperation
外交为民|外交為民|M|diplomacy for the people|diplomacy serving the people / diplomacy to serve the people|diplomatic for the people
中国外交部|中國外交部|M|Chinese Foreign Ministry|Ministry of Foreign Affairs / Foreign Ministry / MFA|Foreign Affairs Department
外交部||M|Ministry of Foreign Affairs|Foreign Ministry / MFA / State Department / Department of State / Department of Foreign Affairs / Foreign Office / Foreign Affairs Ministry|Diplomatic Department / Ministry of Diplomacy|Of the United States: Department of State
外交部发言人|外交部發言人|M|Foreign Ministry spokesperson|spokesperson of the Ministry of Foreign Affairs / spokesperson for the Ministry of Foreign Affairs / Foreign Ministry spokesman / Foreign Ministry spokeswoman / spokesperson / spokesman / spokeswoman / Ministry spokesperson
例行记者会|例行記者會|M|regular press conference|press conference / press briefing / news briefing / daily briefing / media briefing|routine reporter meeting
领事保护|領事保護|M|consular protection|consular protection and assistance
领事司|領事司|M|Department of Consular Affairs|Consular Department|Consular Division / Consul Department / Consul Division
驻外使领馆|駐外使領館|M|embassies and consulates abroad|diplomatic and consular missions / Chinese embassies and consulates / overseas diplomatic and consular missions / embassies and consulates / overseas missions|embassies and consulates stationed abroad / foreign embassies and consulates stationed / overseas leading hall
总领事馆|總領事館|M|Consulate General|consulate|Chief Consulate / !general leader hall / General Consulate
总领事|總領事|M|Consul General||Chief Consul / general consul
特命全权大使|特命全權大使|M|Ambassador Extraordinary and Plenipotentiary|ambassador|!special plenipotentiary ambassador / special envoy plenipotentiary
临时代办|臨時代辦|M|chargé d'affaires ad interim|chargé d'affaires / charge d'affaires|temporary agent / interim charge office
公使衔参赞|公使銜參贊|M|Minister-Counselor|Minister-Counsellor|ministerial counselor / counselor with ministerial rank
参赞|參贊|M|counselor|counsellor|!participate in praise / consultant
武官||M|military attaché|defense attaché / attaché / attache|martial officer
国事访问|國事訪問|M|state visit||!national affairs visit / state affairs visit
正式访问|正式訪問|M|official visit
工作访问|工作訪問|M|working visit
联合声明|聯合聲明|M|joint statement|joint declaration
联合公报|聯合公報|M|joint communiqué|joint communique|joint bulletin / union communique
谅解备忘录|諒解備忘錄|M|memorandum of understanding|MOU / MoU / memoranda of understanding|!understanding memorandum / forgiveness memorandum
全面战略伙伴关系|全面戰略夥伴關係|M|comprehensive strategic partnership|comprehensive strategic partner|overall strategic partnership / !full strategic partner relationship
全面战略协作伙伴关系|全面戰略協作夥伴關係|M|comprehensive strategic partnership of coordination|comprehensive strategic partnership / strategic partnership of coordination|comprehensive strategic cooperative partnership
全面战略合作伙伴关系|全面戰略合作夥伴關係|M|comprehensive strategic cooperative partnership|comprehensive strategic partnership
全天候战略合作伙伴关系|全天候戰略合作夥伴關係|M|all-weather strategic cooperative partnership|all-weather strategic cooperation partnership|!all-day strategic partnership
战略互信|戰略互信|M|strategic mutual trust|mutual strategic trust
上海合作组织|上海合作組織|M|Shanghai Cooperation Organization|SCO
金砖国家|金磚國家|M|BRICS countries|BRICS / BRICS nations|!golden brick countries / gold brick countries / golden bricks
中非合作论坛|中非合作論壇|M|Forum on China-Africa Cooperation|FOCAC|China-Africa Cooperation Forum
中阿合作论坛|中阿合作論壇|M|China-Arab States Cooperation Forum|CASCF|China-Arab Cooperation Forum / China-Afghanistan Cooperation Forum / China-Albania Cooperation Forum
博鳌亚洲论坛|博鰲亞洲論壇|X|Boao Forum for Asia|Boao Forum / BFA|Bo'ao Asia Forum / Boao Asian Forum / Boao Asia Forum
世界政党高层对话会|世界政黨高層對話會|I|CPC in Dialogue with World Political Parties High-level Meeting|CPC in Dialogue with World Political Parties / CPC and World Political Parties Summit|high-level dialogue between the Communist Party of China and the world political parties / high-level dialogue of world political parties / high-level dialogue meeting of world political parties
南南合作||M|South-South cooperation
发展中国家|發展中國家|M|developing countries|developing nations / developing world
全球南方||M|Global South
全球治理体系|全球治理體系|R|global governance system|global governance / system of global governance
国际关系民主化|國際關係民主化|R|greater democracy in international relations|democracy in international relations|democratization of international relation politics
多边主义|多邊主義|R|multilateralism
单边主义|單邊主義|M|unilateralism
霸权主义|霸權主義|R|hegemonism|hegemony
强权政治|強權政治|R|power politics||strong politics / powerful politics
冷战思维|冷戰思維|M|Cold War mentality|Cold War mindset / Cold War thinking
干涉内政|干涉內政|M|interfere in internal affairs|interference in the internal affairs / internal affairs / domestic affairs|interfere in internal politics / interfering in domestic administration
核心利益||M|core interests
和平统一|和平統一|R|peaceful reunification|peaceful unification
祖国统一|祖國統一|R|national reunification|reunification of the motherland / China's reunification / reunification / national unification|unity of the motherland
一个中国原则|一個中國原則|M|one-China principle||one China policy
一国两制|一國兩制|R|One Country, Two Systems||one nation, two systems / one state, two systems
九二共识|九二共識|O|1992 Consensus||ninety-two consensus / 92 consensus / nine-two consensus
台独|台獨|O|Taiwan independence|Taiwan secession|platform independence
两岸关系|兩岸關係|O|cross-Strait relations|relations across the Taiwan Strait|cross-bank relations / relations between the two banks
港人治港||R|Hong Kong people administering Hong Kong|people of Hong Kong administering Hong Kong / Hong Kong governed by its people|Hong Kong people ruling Hong Kong
爱国者治港|愛國者治港|R|Hong Kong should be administered by patriots|patriots administering Hong Kong / Hong Kong administered by patriots|patriots ruling Hong Kong
高度自治||R|high degree of autonomy||height autonomy / highly autonomous governance
联合国秘书长|聯合國秘書長|U|United Nations Secretary-General|UN Secretary-General / UN chief / Secretary-General of the United Nations / Secretary-General|UN general secretary / Secretary of the United Nations
联合国安理会|聯合國安理會|U|United Nations Security Council|UN Security Council / Security Council / UNSC|!UN Council of Peace
联合国大会|聯合國大會|U|United Nations General Assembly|UN General Assembly / General Assembly / UNGA|United Nations Congress / United Nations conference
联合国教科文组织|聯合國教科文組織|U|United Nations Educational, Scientific and Cultural Organization|UNESCO|!UN Education, Science and Culture Organization
联合国宪章|聯合國憲章|U|Charter of the United Nations|UN Charter / United Nations Charter|UN constitution
2030年可持续发展议程|2030年可持續發展議程|U|2030 Agenda for Sustainable Development|2030 Agenda / UN 2030 Agenda
中国国际发展合作署|中國國際發展合作署|X|China International Development Cooperation Agency|CIDCA|China International Development Cooperation Administration
国家国际发展合作署|國家國際發展合作署|X|China International Development Cooperation Agency|CIDCA|National International Development Cooperation Agency / National International Development Cooperation Administration
中国人民对外友好协会|中國人民對外友好協會|X|Chinese People's Association for Friendship with Foreign Countries|CPAFFC|Chinese People's Foreign Friendship Association / Chinese People's Association for Foreign Friendship
中国人民外交学会|中國人民外交學會|X|Chinese People's Institute of Foreign Affairs|CPIFA|Chinese People's Diplomatic Society / Chinese People's Diplomatic Association
孔子学院|孔子學院|X|Confucius Institute||Confucius College / Confucius Academy
东道国|東道國|M|host country|host nation|!east road country
战狼外交|戰狼外交|X|wolf warrior diplomacy||war wolf diplomacy
蓝厅论坛|藍廳論壇|M|Lanting Forum||Blue Hall Forum
`;
