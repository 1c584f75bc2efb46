/** Offices and titles of persons. How a line is written: see read-starter.ts. */
export const officesTerms = `
国家主席|國家主席|P|President of the People's Republic of China|Chinese President / President / State President|National Chairman / State Chairman / Chairman of the State / President of the State
国家主席习近平|國家主席習近平|X|President Xi Jinping|Chinese President Xi Jinping / President Xi / Xi Jinping / Xi|National Chairman Xi Jinping / State Chairman Xi Jinping / Chairman Xi Jinping
习近平主席|習近平主席|X|President Xi Jinping|Chinese President Xi Jinping / President Xi / Xi Jinping / Xi / President
习近平总书记|習近平總書記|X|General Secretary Xi Jinping|Xi Jinping, general secretary of the CPC Central Committee / General Secretary Xi / Xi Jinping / Xi|!Secretary-General Xi Jinping / !General Secretary of Xi Jinping
中共中央总书记|中共中央總書記|X|General Secretary of the CPC Central Committee|general secretary / Party chief|Secretary-General of the CPC Central Committee / Chief Secretary of the CPC Central Committee
中央军委主席|中央軍委主席|X|Chairman of the Central Military Commission|CMC chairman / chairman of the CMC|President of the Central Military Commission / !Chairman of the Central Military Committee
国务院总理|國務院總理|P|Premier of the State Council|Chinese Premier / Premier|!Prime Minister of the State Council / !State Department Prime Minister
国务院副总理|國務院副總理|P|Vice Premier of the State Council|Chinese Vice Premier / Vice Premier|!Deputy Prime Minister of the State Council / Vice Prime Minister
国务委员|國務委員|P|State Councilor|State Councillor|State Commissioner / member of the State Council / State Committee member / State Committeeman
国务委员兼外长|國務委員兼外長|M|State Councilor and Foreign Minister|State Councillor and Foreign Minister / State Councilor and Minister of Foreign Affairs|State Commissioner and Foreign Minister
外交部长|外交部長|M|Minister of Foreign Affairs|Foreign Minister / Foreign Secretary / Secretary of State|Director of Foreign Affairs
全国人大常委会委员长|全國人大常委會委員長|P|Chairman of the Standing Committee of the National People's Congress|Chairman of the NPC Standing Committee / NPC Standing Committee Chairman / top legislator / chairman of the National People's Congress Standing Committee|!Commissioner of the NPC Standing Committee
全国政协主席|全國政協主席|X|Chairman of the CPPCC National Committee|chairman of the National Committee of the Chinese People's Political Consultative Conference / top political advisor|President of the CPPCC / President of the National Political Consultative Conference
最高人民法院院长|最高人民法院院長|P|President of the Supreme People's Court|chief justice / SPC president / Supreme People's Court President|!Dean of the Supreme People's Court / Director of the Supreme People's Court
最高人民检察院检察长|最高人民檢察院檢察長|P|Procurator-General of the Supreme People's Procuratorate|Prosecutor-General / Procurator-General|!Chief Inspector of the Supreme People's Procuratorate
国务院秘书长|國務院秘書長|P|Secretary-General of the State Council|State Council Secretary-General|Secretary of the State Council / !General Secretary of the State Council
特别行政区行政长官|特別行政區行政長官|P|Chief Executive of the Special Administrative Region|Chief Executive|Administrative Chief / executive head of the special administrative region
自治区主席|自治區主席|P|chairman of the autonomous region|chairperson of the autonomous region / chairman of the regional government / chairman / governor|president of the autonomous region
副省长|副省長|P|vice governor|deputy governor / vice provincial governor|deputy province chief
县委书记|縣委書記|X|secretary of the CPC county committee|county Party secretary / county Party chief / Party secretary / Party chief / county Party committee secretary|county secretary
区委书记|區委書記|X|secretary of the CPC district committee|district Party secretary / district Party chief / Party secretary / Party chief|district secretary
领导小组|領導小組|X|leading group|leadership group / central leading group / steering group|leader group
小组组长|小組組長|X|head of the leading group|head of the group / group leader / team leader / group head
一把手||X|top leader|number one leader / principal official / chief official / heads / No. 1 leader / person in charge|first hand / top hand / first handle
老干部|老幹部|X|retired official|veteran cadre / veteran official / retired cadre|old cadre / elderly cadre
干部队伍|幹部隊伍|R|ranks of officials|contingent of officials / contingent of cadres / cadre ranks / team of officials|cadre team / cadre troops
驻村第一书记|駐村第一書記|X|first secretary of the village|first Party secretary / first secretary|first secretary stationed in village
村委会|村委會|P|villagers' committee|village committee|village council committee
村支书|村支書|X|village Party secretary|secretary of the village Party branch / Party secretary of the village / village Party chief / Party secretary|village branch book / !village support book / village branch secretary
居委会|居委會|P|residents' committee|neighborhood committee / residential committee / urban residents' committee|residence committee / occupant committee
院士||X|academician|member of the Chinese Academy of Sciences / fellow
全国劳动模范|全國勞動模範|X|national model worker|model worker / national-level model worker|national labor model / national labour role model
党和国家领导人|黨和國家領導人|X|Party and state leaders|leaders of the Party and the state / Chinese leaders|party and country leaders
`;
