/** Bodies, offices and ways of the Communist Party of China. How a line is written: see read-starter.ts. */
export const partyTerms = `
中国共产党|中國共產黨|C|Communist Party of China|CPC / Party / Chinese Communist Party / CCP / Communist Party|China Communist Party|Official texts write CPC
中国共产党中央委员会|中國共產黨中央委員會|C|Central Committee of the Communist Party of China|Central Committee
中共中央||C|CPC Central Committee|Central Committee / central Party leadership
党中央|黨中央|R|CPC Central Committee|Party Central Committee / Central Committee / central Party leadership / Central Authorities / central leadership|Party Center
党中央、国务院|黨中央、國務院|W|CPC Central Committee and the State Council|Party Central Committee and the State Council / Central Committee and the State Council
中共中央政治局||X|Political Bureau of the CPC Central Committee|Political Bureau / Politburo
中央政治局||X|Political Bureau of the CPC Central Committee|Political Bureau / Politburo
中共中央政治局常务委员会|中共中央政治局常務委員會|X|Standing Committee of the Political Bureau of the CPC Central Committee|Standing Committee of the Political Bureau / Politburo Standing Committee
中央政治局常委||X|member of the Standing Committee of the Political Bureau of the CPC Central Committee|Standing Committee of the Political Bureau / Politburo Standing Committee / Standing Committee member
中央政治局委员|中央政治局委員|X|member of the Political Bureau of the CPC Central Committee|member of the Political Bureau / Political Bureau member / Politburo member
中央书记处|中央書記處|X|Secretariat of the CPC Central Committee|Secretariat|Central Secretary Office
中央委员会|中央委員會|C|Central Committee|CPC Central Committee
中共中央办公厅|中共中央辦公廳|X|General Office of the CPC Central Committee|General Office|Central Office
中共中央组织部|中共中央組織部|X|Organization Department of the CPC Central Committee|Central Organization Department / Organization Department
中组部|中組部|X|Organization Department of the CPC Central Committee|Central Organization Department / Organization Department|Central Group Department / Zhongzu Department
中共中央宣传部|中共中央宣傳部|X|Publicity Department of the CPC Central Committee|Central Publicity Department / Publicity Department|Propaganda Department of the CPC Central Committee / Central Propaganda Department|Publicity, not propaganda, in official English
中宣部||X|Publicity Department of the CPC Central Committee|Central Publicity Department / Publicity Department|Propaganda Department of the CPC Central Committee / Central Propaganda Department / Zhongxuan Department|Publicity, not propaganda, in official English
中共中央统一战线工作部|中共中央統一戰線工作部|X|United Front Work Department of the CPC Central Committee|United Front Work Department / Central United Front Work Department / UFWD
中央统战部|中央統戰部|X|United Front Work Department of the CPC Central Committee|United Front Work Department / Central United Front Work Department / UFWD|Central United Front Department / !Central Unified Battle Department
中共中央对外联络部|中共中央對外聯絡部|I|International Department of the CPC Central Committee|International Department / IDCPC|!International Liaison Department of the CPC Central Committee / !External Liaison Department of the CPC Central Committee / !Foreign Liaison Department of the CPC Central Committee / !International Liaison Department / !External Liaison Department / Foreign Liaison Department / Liaison Department of the CPC Central Committee|So since 1997
中央对外联络部|中央對外聯絡部|I|International Department of the CPC Central Committee|International Department / IDCPC|!Central International Liaison Department / !Central External Liaison Department / !Central Foreign Liaison Department / !External Liaison Department / !International Liaison Department / Foreign Liaison Department / Central Liaison Department
中联部|中聯部|I|International Department of the CPC Central Committee|International Department / IDCPC|!Central United Department / !Central External Liaison Department / !Central Foreign Liaison Department / !Central International Liaison Department / !External Liaison Department / !International Liaison Department / Foreign Liaison Department / Central Liaison Department / China United Department / Central Joint Department / !Zhonglian Department|Short for 中共中央对外联络部
中央外事工作委员会|中央外事工作委員會|X|Foreign Affairs Commission of the CPC Central Committee|Central Foreign Affairs Commission / Central Commission for Foreign Affairs / Foreign Affairs Commission|Central Foreign Affairs Working Committee / Central Committee for Foreign Affairs
中央外事工作委员会办公室|中央外事工作委員會辦公室|M|Office of the Foreign Affairs Commission of the CPC Central Committee|Office of the Central Foreign Affairs Commission / Office of the Central Commission for Foreign Affairs / Office of the Foreign Affairs Commission|Office of the Central Foreign Affairs Working Committee / Central Foreign Affairs Working Committee Office / Central Foreign Affairs Office
中央外办|中央外辦|M|Office of the Foreign Affairs Commission of the CPC Central Committee|Office of the Central Foreign Affairs Commission / Office of the Central Commission for Foreign Affairs / Office of the Foreign Affairs Commission|Central Foreign Office / Central Foreign Affairs Office
中央外事工作会议|中央外事工作會議|X|Central Conference on Work Relating to Foreign Affairs|Central Foreign Affairs Work Conference|Central Foreign Affairs Work Meeting
中央纪律检查委员会|中央紀律檢查委員會|X|Central Commission for Discipline Inspection|CCDI / Commission for Discipline Inspection|Central Discipline Inspection Committee / Central Committee for Discipline Inspection / Central Disciplinary Committee
中央纪委|中央紀委|X|Central Commission for Discipline Inspection|CCDI / Commission for Discipline Inspection / anti-graft body / discipline watchdog / anti-graft watchdog / anti-corruption watchdog|Central Discipline Inspection Committee / Central Committee for Discipline Inspection / Central Disciplinary Committee
中纪委|中紀委|X|Central Commission for Discipline Inspection|CCDI / Commission for Discipline Inspection / anti-graft body / discipline watchdog / anti-graft watchdog / anti-corruption watchdog|Central Discipline Inspection Committee / Central Committee for Discipline Inspection / Central Disciplinary Committee
中央政法委||X|Commission for Political and Legal Affairs of the CPC Central Committee|Central Political and Legal Affairs Commission / Commission for Political and Legal Affairs|Central Political and Legal Committee / Central Politics and Law Committee / Central Politics and Law Commission / Central Political and Legal Commission
中央全面深化改革委员会|中央全面深化改革委員會|X|Central Commission for Comprehensively Deepening Reform|Central Commission for Deepening Overall Reform / Central Comprehensively Deepening Reforms Commission|Central Comprehensive Deepening Reform Committee / Central Committee for Comprehensively Deepening Reform
中央财经委员会|中央財經委員會|X|Central Commission for Financial and Economic Affairs|Central Financial and Economic Affairs Commission / Central Committee for Financial and Economic Affairs|Central Finance and Economics Committee / Central Finance Committee / Central Financial Committee
中央国家安全委员会|中央國家安全委員會|X|National Security Commission of the CPC Central Committee|Central National Security Commission / National Security Commission|Central National Security Committee
中央网信办|中央網信辦|X|Office of the Central Cyberspace Affairs Commission|Cyberspace Administration of China / CAC|Central Network Information Office / Central Netcom Office / Central Internet Information Office
中央党校|中央黨校|X|Party School of the CPC Central Committee|Central Party School / Party School|Central Committee School
中央党史和文献研究院|中央黨史和文獻研究院|X|Institute of Party History and Literature of the CPC Central Committee|Institute of Party History and Literature|Central Academy of Party History and Literature
中央政策研究室||X|Policy Research Office of the CPC Central Committee|Policy Research Office|Central Policy Research Room / Central Policy Research Laboratory
中央和国家机关|中央和國家機關|X|central Party and government departments|central Party and government bodies / central Party and state institutions / central Party and state organs|central and state organs / central and state agencies
党和国家机构改革|黨和國家機構改革|R|reform of Party and state institutions|institutional reform
中央巡视组|中央巡視組|X|central inspection team|central disciplinary inspection team / central discipline inspection team / central inspection group|!Central Patrol Group / central patrol team / central tour group
中国共产党全国代表大会|中國共產黨全國代表大會|C|National Congress of the Communist Party of China|CPC National Congress / Party congress
党的二十大|黨的二十大|R|20th CPC National Congress|20th National Congress of the Communist Party of China / 20th National Congress of the Party / Party's 20th National Congress / 20th Party Congress / 20th National Congress|20th National People's Congress of the Party / Party's Twenty
二十大报告|二十大報告|R|report to the 20th CPC National Congress|report to the 20th National Congress of the Communist Party of China / report to the 20th Party Congress / 20th CPC National Congress / report to the congress|20th National People's Congress report / Twenty Major Reports
党的十九大|黨的十九大|S|19th CPC National Congress|19th National Congress of the Communist Party of China / 19th National Congress of the Party / Party's 19th National Congress / 19th Party Congress / 19th National Congress|19th National People's Congress of the Party
党的十八大|黨的十八大|S|18th CPC National Congress|18th National Congress of the Communist Party of China / 18th National Congress of the Party / Party's 18th National Congress / 18th Party Congress / 18th National Congress|18th National People's Congress of the Party
党的二十届三中全会|黨的二十屆三中全會|X|third plenary session of the 20th CPC Central Committee|Third Plenum of the 20th CPC Central Committee / Third Plenary Session
党的十一届三中全会|黨的十一屆三中全會|C|third plenary session of the 11th CPC Central Committee|Third Plenum of the 11th CPC Central Committee / Third Plenary Session
十一届三中全会|十一屆三中全會|C|third plenary session of the 11th CPC Central Committee|Third Plenum of the 11th CPC Central Committee / Third Plenary Session
党组|黨組|R|leading Party members group|Party leadership group / leading Party group / leadership group
党委|黨委|C|Party committee|CPC committee
省委||X|CPC provincial committee|Party committee / CPC committee / provincial Party committee / provincial CPC committee / Provincial Committee|provincial commission
市委||X|CPC municipal committee|Party committee / CPC committee / municipal Party committee / municipal CPC committee / city Party committee / Municipal Committee|city commission
党委书记|黨委書記|X|Party secretary|secretary of the Party committee / Party committee secretary / Party chief / secretary of the CPC committee
省委书记|省委書記|X|secretary of the CPC provincial committee|provincial Party secretary / Party secretary / Party chief / secretary of the provincial Party committee / provincial Party chief / Party boss|provincial secretary
市委书记|市委書記|X|secretary of the CPC municipal committee|municipal Party secretary / Party secretary / Party chief / secretary of the municipal Party committee / city Party chief / Party boss|city secretary / mayor secretary
党支部|黨支部|C|Party branch|CPC branch
党支部书记|黨支部書記|C|Party branch secretary|secretary of the Party branch / Party secretary|party support secretary
基层党组织|基層黨組織|C|primary-level Party organization|community-level Party organization / grassroots Party organization / Party organization at the primary level|base-level party organization
预备党员|預備黨員|C|probationary Party member|probationary member|preparatory party member / reserve party member / prepared party member
入党积极分子|入黨積極分子|K|active applicant for Party membership|applicant for Party membership / active Party applicant|party activist / activist joining the Party / activists to join the Party
党员领导干部|黨員領導幹部|X|leading official with Party membership|Party member and leading official / leading Party official / leading Party cadre / leading official / leading cadre
党员干部|黨員幹部|X|Party members and officials|Party officials / Party cadres / Party members and cadres
党建|黨建|R|Party building|Party development / building of the Party / strengthen the Party|Party construction / construction of the Party / !construction of Party building
党的建设|黨的建設|R|Party building|building of the Party / Party development / strengthen the Party|Party construction / construction of the Party
党的政治建设|黨的政治建設|R|strengthening the Party politically|political building of the Party / Party's political building / Party's political foundations / political work of the Party|!political construction of the Party / !Party's political construction
党风廉政建设|黨風廉政建設|R|improving Party conduct and upholding integrity|improving Party conduct and building a clean government / Party conduct and clean governance / Party conduct and integrity / clean government|Party style and clean government construction / construction of Party style and clean government / !party wind and clean government / Party style and clean government
党风|黨風|C|Party conduct|work style of the Party|Party style / Party wind
党性|黨性|C|Party spirit|Party consciousness / commitment to the Party|party nature / partisanship / party character
党性修养|黨性修養|K|cultivation of Party spirit|Party spirit / Party consciousness|party spirit cultivation / party cultivation / party self-cultivation
全面从严治党|全面從嚴治黨|R|full and rigorous Party self-governance|full and strict Party self-governance / full and strict governance over the Party / strict governance of the Party / strict Party self-governance / strict Party governance / Party self-governance / govern the Party with strict discipline / full and rigorous self-governance of the Party|!comprehensively strictly governing the Party / comprehensively and strictly govern the Party / strictly govern the Party in an all-round way / comprehensive strict governance of the Party
从严治党|從嚴治黨|R|strict Party self-governance|strict governance of the Party / Party self-governance / govern the Party strictly / strict Party governance / full and rigorous Party self-governance
党史学习教育|黨史學習教育|X|Party history learning and education campaign|Party history learning and education / Party history study campaign / campaign on Party history learning and education / study of Party history / CPC history education campaign|Party history study and education / study and education of the Party history / Party history learning education
主题教育|主題教育|X|theoretical study program|themed education campaign / education campaign / theoretical study campaign / study program / education program / themed campaign|thematic education / !theme education on Xi Jinping
理论学习中心组|理論學習中心組|K|theoretical study group|theoretical study center group / theory study group / study group|theoretical learning center group / theory learning center group / !Central Group of Theoretical Study
主题党日|主題黨日|K|themed Party day|Party day activity / Party Day
民主生活会|民主生活會|X|criticism and self-criticism meeting|democratic life meeting / meeting of criticism and self-criticism|democratic living meeting / democratic living conference
组织生活会|組織生活會|K|organizational life meeting|Party branch meeting|organization life meeting
党内政治生活|黨內政治生活|R|political activities within the Party|intra-Party political activities / inner-Party political activities / political life within the Party / intra-Party political life
党内法规|黨內法規|R|Party regulations|intra-Party regulations / Party rules and regulations / Party rules / inner-Party regulations / internal Party regulations|inner-party laws / intra-party laws and regulations / inner-party laws and regulations
党章|黨章|C|Party Constitution|Constitution of the Communist Party of China / constitution of the Party / CPC Constitution|Party charter
党内监督|黨內監督|R|intra-Party oversight|internal Party oversight / intra-Party supervision / inner-Party supervision / oversight within the Party / Party oversight
开除党籍|開除黨籍|X|expelled from the Party|expulsion from the Party / expelled from the CPC / expelled from the Communist Party|fired from party membership / expelled party membership / dismissed from party membership
党费|黨費|C|Party membership dues|Party dues / membership dues|party fee
党龄|黨齡|K|years of Party membership|Party standing / length of Party membership|party age
入党誓词|入黨誓詞|C|Party admission oath|Party oath / oath of joining the Party / oath of admission
党旗|黨旗|C|Party flag|flag of the Communist Party of China / CPC flag
党徽|黨徽|C|Party emblem|emblem of the Communist Party of China / CPC emblem|party badge
民主集中制||C|democratic centralism|system of democratic centralism|democratic concentration system / democratic centralization
自我革命||R|self-reform|self-revolution / self-reformation
党的领导|黨的領導|R|Party leadership|leadership of the Party / CPC leadership / leadership of the CPC / leadership of the Communist Party
党的群众路线|黨的群眾路線|G|Party's mass line|mass line / mass line of the Party|party's crowd line / mass route of the party
群众路线|群眾路線|G|mass line|Party's mass line|crowd line / mass route
共青团|共青團|C|Communist Youth League of China|Communist Youth League / Youth League / CYLC|Communist Youth Regiment / Youth Corps / Communist Youth Group
少先队|少先隊|X|Chinese Young Pioneers|Young Pioneers / Communist Young Pioneers|young vanguard
`;
