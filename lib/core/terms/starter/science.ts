/** Science, education, culture and media. How a line is written: see read-starter.ts. */
export const scienceTerms = `
中国科学院|中國科學院|X|Chinese Academy of Sciences|CAS|China Academy of Sciences / China Science Institute / China Science Academy / Chinese Science Academy
中国工程院|中國工程院|X|Chinese Academy of Engineering|CAE|China Academy of Engineering / China Engineering Institute / Chinese Engineering Academy
中国社会科学院|中國社會科學院|X|Chinese Academy of Social Sciences|CASS|China Academy of Social Sciences / Chinese Social Science Academy / China Social Science Institute
国务院发展研究中心|國務院發展研究中心|X|Development Research Center of the State Council|DRC / Development Research Center|Research Center of State Council Development
科教兴国|科教興國|R|invigorate China through science and education|science and education strategy / rejuvenate the country through science and education / reinvigorating China through science and education|!science and education prosper the country / !revitalizing the country through science and teaching
科教兴国战略|科教興國戰略|R|strategy for invigorating China through science and education|science and education strategy / strategy of invigorating China through science and education / strategy of rejuvenating the country through science and education|!science teaching prospering country strategy
人才强国战略|人才強國戰略|R|workforce development strategy|strategy to develop a quality workforce / talent strategy / strategy on developing a quality workforce|!talent strong country strategy / talent power strategy / strategy of strengthening the country with talents
创新驱动发展战略|創新驅動發展戰略|R|innovation-driven development strategy|strategy of innovation-driven development / innovation-driven development|!innovation drive development strategy of a nation
科技自立自强|科技自立自強|R|self-reliance and strength in science and technology|self-reliance in science and technology / scientific and technological self-reliance / technological self-reliance|self-reliance and self-improvement in science and technology / science and technology stand on their own / technological self-standing and self-strengthening
自主创新|自主創新|S|independent innovation|indigenous innovation / innovation capacity / homegrown innovation / self-dependent innovation|autonomous innovation / self-owned innovation
核心技术|核心技術|W|core technologies
卡脖子||W|bottleneck|key and core technologies / stranglehold / chokepoint / in a stranglehold|stuck neck / neck-stuck / stuck in the neck / card neck
关键核心技术|關鍵核心技術|R|core technologies in key fields|key and core technologies / key core technologies / core technologies
国之重器|國之重器|X|pillars of the nation|pillar of a great power / national strategic asset|heavy weapons of the country / important weapons of the country / country's heavy device
大国重器|大國重器|X|pillars of a great power|Great Power's pillars|heavy weapons of the great power / !big country heavy weapon / !great country's heavy device
大国工匠|大國工匠|X|great craftsman|craftsman of the nation / great craftsmen / national craftsman|big country craftsman / great country artisan / large country craftsman
工匠精神||W|spirit of craftsmanship|craftsmanship spirit / fine workmanship / craftsmanship|craftsman's spirit / artisan's spirit
中国制造2025|中國製造2025|W|Made in China 2025||China Manufacturing 2025 / !China Made 2025
探月工程||X|lunar exploration program|China's lunar exploration program / lunar exploration|!moon exploring engineering / lunar exploration engineering
载人航天工程|載人航天工程|X|manned space program|crewed space program / human spaceflight program / manned spaceflight program / manned space engineering|!people-carrying space project / manned aerospace engineering
北斗卫星导航系统|北斗衛星導航系統|O|BeiDou Navigation Satellite System|BeiDou / BDS / Beidou system / BeiDou Satellite Navigation System|!Big Dipper navigation system / !Big Dipper satellite navigation system
中国空间站|中國空間站|X|China Space Station|Tiangong space station / Tiangong / Chinese space station
义务教育|義務教育|L|compulsory education|nine-year compulsory education|duty education / voluntary education
素质教育|素質教育|W|well-rounded education|quality-oriented education / education for all-round development / competence-oriented education|!diathesis education / character quality education
立德树人|立德樹人|R|foster virtue through education|cultivate people with integrity / foster virtue / strengthen moral education and cultivate people / fostering virtue and cultivating talent|establish morality and cultivate people / !set up morality and tree people / Lide Shuren / tree people
职业教育|職業教育|W|vocational education|vocational training / technical and vocational education|occupation education
高考||X|national college entrance examination|gaokao / college entrance exam / national college entrance exam / college entrance examination / entrance exam|high exam / high test / high examination
双减|雙減|X|Double Reduction policy|double reduction / reduce the burden of homework and after-school tutoring / dual reduction|double minus / double cut / double subtraction / double decrease
思想政治教育||R|theoretical and political education|ideological and political education / political education|!thinking politics education / thought political education
思想政治工作||R|theoretical and political work|ideological and political work / political work|!thinking politics work / thought political work
意识形态工作|意識形態工作|R|ideological work|work on ideology / ideology|!consciousness form work / awareness form work
精神文明建设|精神文明建設|S|promotion of cultural and ethical progress|cultural and ethical progress / ethical and cultural progress / cultural-ethical advancement / socialist ethical and cultural progress|construction of spiritual civilization / spiritual civilization construction / !spirit civilization construction
物质文明和精神文明|物質文明和精神文明|R|material and cultural-ethical advancement|material and cultural-ethical progress / material progress and cultural and ethical progress / material and spiritual civilization
文化自信||R|cultural confidence|confidence in our culture / confidence in Chinese culture|culture self-confidence / cultural self-confidence
道路自信||R|confidence in our path|confidence in the path / confidence in its path|road confidence / !road self-confidence / path self-confidence
理论自信|理論自信|R|confidence in our theory|confidence in the theory / confidence in its theory|theory self-confidence / theory confidence / theoretical self-confidence
制度自信||R|confidence in our system|confidence in the system / confidence in its system / institutional confidence / confidence in China's system|system self-confidence / institutional self-confidence
中华优秀传统文化|中華優秀傳統文化|R|fine traditional Chinese culture|China's fine traditional culture / traditional Chinese culture / best of traditional Chinese culture / excellent traditional Chinese culture|!Chinese excellent tradition culture
革命文化||R|revolutionary culture||revolution culture
社会主义先进文化|社會主義先進文化|R|advanced socialist culture||!socialism advanced culture / socialist forward culture
文化强国|文化強國|R|strong socialist culture|country with a strong socialist culture / cultural powerhouse / culturally strong country / leading country in culture / strong culture|culture strong country / !cultural strong country
科技强国|科技強國|R|science and technology powerhouse|country strong in science and technology / scientific and technological powerhouse / global leader in science and technology / technological powerhouse / strong country in science and technology|technology strong country / !science and technology strong country / !scientific strong nation
教育强国|教育強國|R|leading country in education|strong education system / educational powerhouse / strong country in education / strong educational system / education powerhouse|education strong country / !educational strong country
体育强国|體育強國|R|leading sporting nation|sports power / leading country in sports / sporting powerhouse / strong sporting nation / great sporting nation|sports strong country / !physical education powerhouse / strong sports country
制造强国|製造強國|R|manufacturing powerhouse|strong manufacturing country / manufacturing power / leading manufacturing nation / global manufacturing powerhouse|!manufacturing strong country
人民日报|人民日報|X|People's Daily|People's Daily newspaper|People's Newspaper / !Renmin Daily
光明日报|光明日報|X|Guangming Daily||Bright Daily / Light Daily
新华社|新華社|X|Xinhua News Agency|Xinhua|New China News Agency / Xinhua Company / Xinhua Society
新华网|新華網|X|Xinhuanet|Xinhua / xinhuanet.com / Xinhua News|New China Net / Xinhua Net
人民网|人民網|X|People's Daily Online|people.cn|People's Net / People's Network / !Renmin Net
中央广播电视总台|中央廣播電視總台|X|China Media Group|CMG|Central Radio and Television Station / China Central Radio and Television / !Central Broadcasting and Television Headquarters
中央电视台|中央電視台|X|China Central Television|CCTV|Central Television Station / China Central TV Station
学习强国|學習強國|X|Xuexi Qiangguo|Xuexi Qiangguo app|!learning strong country / !study strong country / learning power / learning to strengthen the country
非物质文化遗产|非物質文化遺產|X|intangible cultural heritage|ICH|non-material cultural heritage / !immaterial culture inheritance / nonmaterial cultural heritage
农家书屋|農家書屋|W|rural library||farmhouse bookstore / farmer's bookstore / !farm book house
调查研究|調查研究|R|research and fact-finding|investigation and study / investigation and research / fact-finding studies / field studies / research and investigation / surveys and studies / inquiry and research
重要指示批示||X|important instructions|important instructions and directives / important directives / instructions and directives / instructions|!important instructions and instructions / !instructions and instructions
重要讲话精神|重要講話精神|X|guiding principles from the important speech|guiding principles of the important speech / guiding principles of Xi's important speech / important speech / spirit of the important speech|!important talk spirit
`;
