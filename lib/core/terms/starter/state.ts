/** State institutions. How a line is written: see read-starter.ts. */
export const stateTerms = `
中华人民共和国|中華人民共和國|P|People's Republic of China|PRC / China|People's Republic China / Chinese People's Republic
全国人民代表大会|全國人民代表大會|P|National People's Congress|NPC / top legislature / national legislature|National People's Representative Conference / National People's Assembly / !National People's Representative Congress
全国人大|全國人大|P|National People's Congress|NPC / top legislature / national legislature|National People's Representative Conference / National People's University / National People's Assembly
全国人民代表大会常务委员会|全國人民代表大會常務委員會|P|Standing Committee of the National People's Congress|National People's Congress Standing Committee / NPC Standing Committee / Standing Committee / top legislature / national legislature|Permanent Committee of the National People's Congress
全国人大常委会|全國人大常委會|P|Standing Committee of the National People's Congress|National People's Congress Standing Committee / NPC Standing Committee / Standing Committee / top legislature / national legislature / legislature|Permanent Committee of the National People's Congress
人民代表大会制度|人民代表大會制度|P|system of people's congresses|people's congress system|people's representative conference system / people's congressional system
人大代表||P|deputy to the people's congress|deputy to the National People's Congress / people's congress deputy / NPC deputy / lawmaker / national lawmaker / deputies|NPC representative / representative of the National People's Congress
全国人大代表|全國人大代表|P|deputy to the National People's Congress|NPC deputy / national lawmaker / lawmaker / National People's Congress deputy|NPC representative / representative of the National People's Congress
中国人民政治协商会议|中國人民政治協商會議|P|Chinese People's Political Consultative Conference|CPPCC|Chinese People's Political Consultation Meeting / Chinese People's Political Consultative Meeting
全国政协|全國政協|X|National Committee of the Chinese People's Political Consultative Conference|CPPCC National Committee / CPPCC / Chinese People's Political Consultative Conference National Committee / National Committee of the CPPCC / top political advisory body / national political advisory body / top political advisors|National Political Association / National Political Consultative Conference
政协委员|政協委員|X|member of the CPPCC|CPPCC member / political advisor / member of the Chinese People's Political Consultative Conference / member of the CPPCC National Committee|CPPCC commissioner / political association member
全国政协委员|全國政協委員|X|member of the CPPCC National Committee|CPPCC member / national political advisor / political advisor / CPPCC National Committee member / member of the National Committee of the Chinese People's Political Consultative Conference|!national CPPCC commissioner / member of the National Political Consultative Conference
两会|兩會|X|Two Sessions|annual sessions of the NPC and the CPPCC / Two Sessions of the NPC and CPPCC / annual sessions / annual two sessions / NPC and CPPCC sessions / annual legislative and political advisory sessions|two meetings / two conferences / two associations
国务院|國務院|P|State Council|China's cabinet / State Department / Department of State / US State Department / cabinet|Council of State Affairs
国务院办公厅|國務院辦公廳|W|General Office of the State Council|State Council's General Office|State Department Office
国务院常务会议|國務院常務會議|X|executive meeting of the State Council|State Council executive meeting / executive meeting|standing meeting of the State Council / State Council standing meeting
国务院新闻办公室|國務院新聞辦公室|O|State Council Information Office|Information Office of the State Council / SCIO|State Council News Office / News Office of the State Council / State Council Press Office
国新办|國新辦|O|State Council Information Office|Information Office of the State Council / SCIO|State Council News Office / National New Office / State New Office
国家发展和改革委员会|國家發展和改革委員會|X|National Development and Reform Commission|NDRC / top economic planner / state planner|National Development and Reform Committee
国家发展改革委|國家發展改革委|X|National Development and Reform Commission|NDRC / top economic planner / state planner|National Development and Reform Committee
国家发改委|國家發改委|X|National Development and Reform Commission|NDRC / top economic planner / state planner|National Development and Reform Committee
国家卫生健康委员会|國家衛生健康委員會|X|National Health Commission|NHC|National Health Committee / National Hygiene and Health Commission
国家卫健委|國家衛健委|X|National Health Commission|NHC|National Health Committee / National Health and Health Commission
国家民族事务委员会|國家民族事務委員會|X|National Ethnic Affairs Commission|NEAC / State Ethnic Affairs Commission|National Nationalities Affairs Committee / National Ethnic Affairs Committee
国家民委|國家民委|X|National Ethnic Affairs Commission|NEAC / State Ethnic Affairs Commission|National Civil Committee / National Civil Commission / National People's Commission
国家统计局|國家統計局|X|National Bureau of Statistics|NBS / statistics bureau|State Statistics Bureau / National Statistical Bureau / State Bureau of Statistics
国家税务总局|國家稅務總局|X|State Taxation Administration|STA|State Administration of Taxation / National Tax Bureau / State General Administration of Taxation
国家市场监督管理总局|國家市場監督管理總局|X|State Administration for Market Regulation|SAMR|State Market Supervision Administration / State Administration of Market Supervision / General Administration of Market Supervision
市场监管总局|市場監管總局|X|State Administration for Market Regulation|SAMR|General Administration of Market Supervision / Market Supervision Administration / State Administration of Market Supervision
国家医疗保障局|國家醫療保障局|X|National Healthcare Security Administration|NHSA|National Medical Insurance Bureau / National Medical Security Bureau / National Medical Insurance Administration
国家医保局|國家醫保局|X|National Healthcare Security Administration|NHSA|National Medical Insurance Bureau / National Medical Insurance Administration
国家移民管理局|國家移民管理局|X|National Immigration Administration|NIA|State Immigration Administration / National Immigration Bureau
国家能源局|國家能源局|X|National Energy Administration|NEA|National Energy Bureau / State Energy Administration / National Energy Agency
国家知识产权局|國家知識產權局|X|China National Intellectual Property Administration|CNIPA|State Intellectual Property Office / National Intellectual Property Office
国家药品监督管理局|國家藥品監督管理局|X|National Medical Products Administration|NMPA|State Drug Administration / National Drug Administration / State Food and Drug Administration
国家药监局|國家藥監局|X|National Medical Products Administration|NMPA|State Drug Administration / National Drug Administration / State Food and Drug Administration
国家广播电视总局|國家廣播電視總局|X|National Radio and Television Administration|NRTA|State Administration of Radio and Television / State Administration of Radio, Film and Television
国家文物局|國家文物局|X|National Cultural Heritage Administration|NCHA|State Cultural Relics Bureau / State Administration of Cultural Relics / National Cultural Relics Bureau
国家体育总局|國家體育總局|X|General Administration of Sport of China|General Administration of Sport / GASC|State Sports General Administration / State General Sports Administration
国家林业和草原局|國家林業和草原局|X|National Forestry and Grassland Administration|NFGA|State Forestry and Grassland Bureau / State Forestry Bureau
国家疾控局|國家疾控局|X|National Disease Control and Prevention Administration|National Administration of Disease Control and Prevention / NDCPA|National CDC Bureau
中国疾控中心|中國疾控中心|X|Chinese Center for Disease Control and Prevention|China CDC / Chinese CDC|China Disease Control Center
海关总署|海關總署|X|General Administration of Customs|GACC / General Administration of Customs of China / China Customs|Customs Head Office / Customs General Office
中国人民银行|中國人民銀行|X|People's Bank of China|PBOC / PBC / central bank|Chinese People's Bank / China People's Bank
中国气象局|中國氣象局|X|China Meteorological Administration|CMA|China Weather Bureau / Chinese Meteorological Bureau
应急管理部|應急管理部|X|Ministry of Emergency Management|MEM|Emergency Department / Emergency Management Department
生态环境部|生態環境部|X|Ministry of Ecology and Environment|MEE|Ministry of Ecological Environment / Ecological Environment Department / Ministry of Environment
自然资源部|自然資源部|X|Ministry of Natural Resources|MNR|Natural Resources Department
工业和信息化部|工業和信息化部|X|Ministry of Industry and Information Technology|MIIT|Ministry of Industry and Informatization
工信部||X|Ministry of Industry and Information Technology|MIIT|Ministry of Industry and Informatization / Ministry of Labor and Information
人力资源和社会保障部|人力資源和社會保障部|X|Ministry of Human Resources and Social Security|MOHRSS|Ministry of Human Resources and Social Insurance / Ministry of Human Society
人社部||X|Ministry of Human Resources and Social Security|MOHRSS|Ministry of Human Society / Human Society Department / Ministry of People and Society
住房和城乡建设部|住房和城鄉建設部|X|Ministry of Housing and Urban-Rural Development|MOHURD|Ministry of Housing and Urban-Rural Construction / Ministry of Housing and Construction
住建部||X|Ministry of Housing and Urban-Rural Development|MOHURD|Ministry of Housing and Urban-Rural Construction / Ministry of Housing and Construction
农业农村部|農業農村部|X|Ministry of Agriculture and Rural Affairs|MARA|Ministry of Agriculture and Countryside / Ministry of Agriculture and Rural Areas
文化和旅游部|文化和旅遊部|X|Ministry of Culture and Tourism|MCT|Ministry of Culture and Travel
交通运输部|交通運輸部|X|Ministry of Transport|MOT / Ministry of Transportation / Transport Ministry / Department of Transportation|Ministry of Traffic
水利部||X|Ministry of Water Resources|MWR|Ministry of Water Conservancy / Ministry of Hydraulics
商务部|商務部|X|Ministry of Commerce|MOFCOM / Commerce Ministry / Department of Commerce / Commerce Department|Ministry of Business / Business Department
财政部|財政部|X|Ministry of Finance|MOF / Finance Ministry / Treasury / Department of the Treasury|Ministry of Financial Affairs
教育部||X|Ministry of Education|MOE / Education Ministry / Department of Education
公安部||X|Ministry of Public Security|MPS|Public Security Department
国家安全部|國家安全部|X|Ministry of State Security|MSS|Ministry of National Security
民政部||X|Ministry of Civil Affairs|MCA|Ministry of Civil Administration / Civil Affairs Department
司法部||X|Ministry of Justice|MOJ / Department of Justice / Justice Department|Ministry of Judiciary / Judicial Department
科技部||X|Ministry of Science and Technology|MOST / Department of Science and Technology
科学技术部|科學技術部|X|Ministry of Science and Technology|MOST / Department of Science and Technology
退役军人事务部|退役軍人事務部|X|Ministry of Veterans Affairs|MVA|Ministry of Retired Soldiers Affairs / Ministry of Ex-servicemen Affairs / Ministry of Retired Military Affairs
审计署|審計署|X|National Audit Office|CNAO / NAO / Audit Commission|Audit Department / Auditing Administration
国资委|國資委|X|State-owned Assets Supervision and Administration Commission|SASAC / state assets regulator|State Assets Committee / State-owned Assets Committee / State Capital Committee
中国证监会|中國證監會|X|China Securities Regulatory Commission|CSRC / securities regulator / securities watchdog|China Securities Supervision Commission / China Securities Regulatory Committee
证监会|證監會|X|China Securities Regulatory Commission|CSRC / Securities Regulatory Commission / Securities and Exchange Commission / SEC / securities regulator / securities watchdog|Securities Supervision Committee / Securities Regulatory Committee
国家金融监督管理总局|國家金融監督管理總局|X|National Financial Regulatory Administration|NFRA|State Financial Supervision Administration / State Administration of Financial Supervision
国务院港澳事务办公室|國務院港澳事務辦公室|X|Hong Kong and Macao Affairs Office of the State Council|Hong Kong and Macao Affairs Office / HKMAO|Hong Kong and Macau Office
国务院台湾事务办公室|國務院台灣事務辦公室|X|Taiwan Affairs Office of the State Council|Taiwan Affairs Office / TAO|Taiwan Office of the State Council
国台办|國台辦|X|Taiwan Affairs Office of the State Council|Taiwan Affairs Office / TAO|National Taiwan Office / State Taiwan Office / !Taiwan Office of the State Department
国务院侨务办公室|國務院僑務辦公室|X|Overseas Chinese Affairs Office of the State Council|Overseas Chinese Affairs Office|Overseas Affairs Office of the State Council
事业单位|事業單位|W|public institution|government-affiliated institution|career unit / cause unit / business unit / enterprise unit / undertaking unit
机关事业单位|機關事業單位|W|government bodies and public institutions|Party and government bodies and public institutions / government agencies and public institutions / government departments and public institutions|organs and institutions / !organ career units
地方各级人民政府|地方各級人民政府|P|local people's governments at all levels|local governments at all levels / people's governments at various local levels|!local people's governments of all classes
`;
