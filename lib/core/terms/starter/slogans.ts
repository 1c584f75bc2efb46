/** Numbered slogans, set phrases and guiding ideas. How a line is written: see read-starter.ts. */
export const slogansTerms = `
四个意识|四個意識|H|Four Consciousnesses|consciousness of the need to maintain political integrity, think in big-picture terms, follow the leadership core, and keep in alignment|four awareness / !enhance four awareness / !strengthen four awareness / !establish four awareness / four senses|Of the need to maintain political integrity, think in big-picture terms, follow the leadership core, and keep in alignment with the central Party leadership
四个自信|四個自信|H|Four-Sphere Confidence|Four Confidences / Four Matters of Confidence / confidence in the path, theory, system, and culture of socialism with Chinese characteristics / confidence in the path, theories, system, and culture|!four self-confidence / four self-assurances|In the path, theory, system and culture of socialism with Chinese characteristics
两个维护|兩個維護|H|Two Upholds|Two-Fold Upholding|two safeguards / !firmly implement two safeguards / !achieve two safeguards / !practice two safeguards / !realize two safeguards / two maintenances / !achieve two maintenances / two protections / two maintains|Upholding Xi Jinping's core position, and the Central Committee's authority and its centralized, unified leadership
两个确立|兩個確立|K|Two Affirmations|Two Establishments|two establishes / two confirmations / two sets up|Of Xi Jinping's core position and of the guiding role of his Thought
四个全面|四個全面|R|Four-Pronged Comprehensive Strategy|Four Comprehensives|four comprehensive strategic layout / four all-roundness / four overall
五位一体|五位一體|R|Five-Sphere Integrated Plan||five in one / !five-in-one overall layout / five-in-one layout
八项规定|八項規定|S|eight-point decision on improving Party and government conduct|eight-point decision / eight-point rules / eight-point regulation / eight-point frugality code / eight-point rules on frugality|eight provisions / eight regulations / eight rules / eight stipulations / !spirit of the eight provisions / !spirit of the eight regulations / !eight-item regulations
中央八项规定|中央八項規定|S|central Party leadership's eight-point decision on improving conduct|eight-point decision / eight-point rules / eight-point regulation / eight-point frugality code / central leadership's eight-point decision|central eight provisions / !Central Eight Regulations / eight provisions of the Central Committee / eight regulations of the Central Committee / eight provisions / eight regulations
中央八项规定精神|中央八項規定精神|S|spirit of the central Party leadership's eight-point decision on improving conduct|eight-point decision / eight-point rules / eight-point regulation / eight-point frugality code|!spirit of the eight provisions / !spirit of the eight regulations / eight provisions / eight regulations
四风|四風|G|Four Malpractices|Four Forms of Decadence / Four Undesirable Work Styles / formalities for formalities' sake, bureaucratism, hedonism, and extravagance / formalism, bureaucratism, hedonism and extravagance|four winds / four-wind problem / four styles|Formalism, bureaucratism, hedonism and extravagance
三严三实|三嚴三實|K|Three Stricts and Three Earnests|Three Guidelines for Ethical Behavior and Three Basic Rules of Conduct|!three strict and three real / !three strictness and three reality / !three strict and three solid / !three stricts and three realities
两学一做|兩學一做|X|Two Studies, One Action|two studies and one action|!two learning and one doing / !two studies and one doing / !two learns and one do / two learning one doing
三会一课|三會一課|K|Three Meetings and One Lecture|Three Meetings, One Lecture|!three meetings and one lesson / !three meetings and one class / three meetings and one course / !three sessions and one lesson / three conferences and one lesson|General meetings, branch committee meetings and group meetings of Party members, and Party lectures
不忘初心、牢记使命|不忘初心、牢記使命|S|remain true to our original aspiration and keep our mission firmly in mind|stay true to our founding mission / staying true to our original aspiration and founding mission / stay true to the Party's founding mission / remain true to the original aspiration|!do not forget the original intention and keep the mission in mind / !never forget the original intention and keep the mission in mind / forget the original intention / forget the beginner's mind / forget the original heart / forget the initial heart
不忘初心||S|remain true to our original aspiration|stay true to our founding mission / stay true to the original aspiration / original aspiration / founding mission|forget the original intention / forget the beginner's mind / forget the original heart / forget the initial heart / !not forgetting the first heart
初心使命||R|founding mission|original aspiration and founding mission / original aspirations and mission|original intention and mission / initial heart mission / original heart and mission / initial intention and mission
三个代表|三個代表|C|Theory of Three Represents|Three Represents|three representatives / three representations / !three represents thought
四项基本原则|四項基本原則|C|Four Cardinal Principles||four basic principles / four fundamental principles
两个一百年|兩個一百年|S|Two Centenary Goals|two centenaries|two hundred years / two one hundred years / two centuries / two 100 years / two centennials
三步走||G|three-step strategy|three-step development strategy / three steps|go three steps / three-step walk / walking in three steps
社会主义核心价值观|社會主義核心價值觀|C|core socialist values|socialist core values / core values of socialism
六稳|六穩|W|stability on the six fronts|stability in the six key areas / six stability fronts|six stables
六保||W|security in the six areas|security in six key areas / six areas / maintain security in six areas|six protections / six insurances
三大攻坚战|三大攻堅戰|S|three critical battles|three tough battles / three tough battles against major risks, poverty and pollution|three major battles / three major tough battles / three big battles / three major storming battles|Against potential risks, poverty and pollution
三去一降一补|三去一降一補|W|five priority tasks|cutting overcapacity, reducing excess inventory, deleveraging, lowering costs, and strengthening areas of weakness|!three to one drop one supplement / three goes, one drop and one supplement
三农|三農|R|agriculture, rural areas, and rural residents|agriculture, rural areas and farmers / agriculture, rural areas, and rural people / agriculture, farmers and rural areas / rural affairs / three rural issues|three farmers / three agriculture
四史||K|Four Histories|history of the Party, the PRC, reform and opening up, and socialism
三股势力|三股勢力|M|three forces of terrorism, separatism, and extremism|three evil forces / terrorism, separatism and extremism
四个现代化|四個現代化|G|Four Modernizations
双一流|雙一流|X|Double First-Class Initiative|Double First-Class|double top-notch / double first-rate / double tops
大众创业、万众创新|大眾創業、萬眾創新|W|mass entrepreneurship and innovation|entrepreneurship and innovation / widespread entrepreneurship and innovation|public entrepreneurship and mass innovation / !mass entrepreneurship, ten thousand innovations / popular entrepreneurship, mass innovation
双循环|雙循環|W|dual circulation|dual-circulation development paradigm / domestic and international circulations / dual circulation pattern / domestic and international economic flows|double circulation / double cycle / dual cycle / two-way circulation
国内大循环|國內大循環|R|domestic circulation|domestic economic cycle / domestic economy / domestic market / domestic economic flows|big domestic cycle / domestic big cycle / !domestic grand cycle / large domestic cycle
国内国际双循环|國內國際雙循環|R|positive interplay between domestic and international economic flows|dual circulation / domestic and international circulations / domestic and international economic flows|domestic and international double circulation / domestic and international double cycles / domestic and international dual cycles
新发展格局|新發展格局|R|new development pattern|new pattern of development / new development dynamic / new development paradigm
新发展理念|新發展理念|R|new development philosophy|new vision for development / new vision of development / new development concept / new vision on development
新发展阶段|新發展階段|W|new stage of development|new development stage / new phase of development
创新、协调、绿色、开放、共享|創新、協調、綠色、開放、共享|S|innovative, coordinated, green, open, and shared|innovation, coordination, green, openness and sharing / innovative, coordinated, green, and open development that is for everyone
高质量发展|高質量發展|R|high-quality development
高水平对外开放|高水平對外開放|R|high-standard opening up|high-level opening up / higher-level opening up|high-level opening to the outside / opening to the outside world at a high level
改革开放|改革開放|C|reform and opening up|reform and opening|reform and openness / reform and open up policy
全面深化改革||S|comprehensively deepen reform|deepen reform across the board / deepening overall reform / all-round reform / deepen reform comprehensively / further reform / comprehensive deepening of reform
全面建成小康社会|全面建成小康社會|S|finish building a moderately prosperous society in all respects|moderately prosperous society in all respects / moderately prosperous society|well-off society in an all-round way / comprehensively well-off society / comprehensive well-off society
小康社会|小康社會|S|moderately prosperous society|xiaokang society / moderate prosperity / well-off society|!little-health society
全面建设社会主义现代化国家|全面建設社會主義現代化國家|R|build a modern socialist country in all respects|modern socialist country in all respects / modern socialist country|build a socialist modernized country in an all-round way / comprehensively build a socialist modernized country / comprehensively building a modern socialist country
社会主义现代化强国|社會主義現代化強國|R|great modern socialist country|modern socialist power / modern socialist country|socialist modernized power / socialist modernization power / strong modern socialist country
中国式现代化|中國式現代化|R|Chinese modernization|Chinese path to modernization / Chinese-style modernization|China-type modernization / Chinese modern style / !China style modernization
中华民族伟大复兴|中華民族偉大復興|S|great rejuvenation of the Chinese nation|national rejuvenation / rejuvenation of the Chinese nation / China's rejuvenation|great renaissance of the Chinese nation / great revival of the Chinese nation / great revitalization of the Chinese nation
中国梦|中國夢|S|Chinese Dream|Chinese Dream of national rejuvenation / China Dream
中国特色社会主义|中國特色社會主義|C|socialism with Chinese characteristics|Chinese socialism|socialism with Chinese features / Chinese characteristic socialism / !China special socialism
新时代中国特色社会主义|新時代中國特色社會主義|S|socialism with Chinese characteristics for a new era|socialism with Chinese characteristics in the new era|new era socialism with Chinese characteristics / !new era of socialism with Chinese characteristics thought
习近平新时代中国特色社会主义思想|習近平新時代中國特色社會主義思想|C|Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era|Xi Jinping Thought|Xi Jinping's new era of socialism with Chinese characteristics / !education on Xi Jinping's new era of socialism with Chinese characteristics / !understand Xi Jinping's new era of socialism with Chinese characteristics / !Xi Jinping's thought of socialism with Chinese characteristics / !Xi Jinping's new era socialism with Chinese characteristics / !Xi Jinping's socialist thought with Chinese characteristics / !Xi Jinping's thought of socialism with Chinese characteristics for a new era / !Xi Jinping New Era Thought on Socialism with Chinese Characteristics
习近平外交思想|習近平外交思想|M|Xi Jinping Thought on Diplomacy||!Xi Jinping's diplomatic thought / !Xi Jinping's foreign thought / !Xi Jinping's thought of diplomacy
习近平法治思想|習近平法治思想|X|Xi Jinping Thought on the Rule of Law||Xi Jinping's rule of law thought / Xi Jinping's legal thought
习近平经济思想|習近平經濟思想|X|Xi Jinping Thought on Economy|Xi Jinping Economic Thought
习近平生态文明思想|習近平生態文明思想|X|Xi Jinping Thought on Eco-civilization|Xi Jinping Thought on Ecological Civilization
习近平强军思想|習近平強軍思想|X|Xi Jinping Thought on Strengthening the Military||!Xi Jinping's strong army thought / !Xi Jinping's thought of strengthening the army
习近平文化思想|習近平文化思想|X|Xi Jinping Thought on Culture||Xi Jinping's cultural thought
马克思列宁主义|馬克思列寧主義|C|Marxism-Leninism
毛泽东思想|毛澤東思想|C|Mao Zedong Thought||Mao Zedong ideology
邓小平理论|鄧小平理論|C|Deng Xiaoping Theory
科学发展观|科學發展觀|C|Scientific Outlook on Development|scientific concept of development|scientific development view / scientific development concept
马克思主义中国化时代化|馬克思主義中國化時代化|R|adapting Marxism to the Chinese context and the needs of our times|adapt Marxism to China's realities / adapting Marxism to the Chinese context|Chineseization of Marxism / localization and modernization of Marxism / Sinicization and modernization of Marxism / China-ization of Marxism
共同富裕||R|common prosperity|prosperity for all / shared prosperity|common wealth / common affluence / get rich together
以人民为中心|以人民為中心|R|people-centered|people-centered approach / people-centered philosophy / put the people first / centered on the people|take the people as the center / people as the center / with the people as the centre
为人民服务|為人民服務|C|serve the people|service to the people
人民至上||R|put the people first|people first / people above everything / people above all else|people are supreme / people supremacy / people supreme
人民至上、生命至上||R|put the people and their lives first|people and their lives above all else / people first and life first / put people's lives first|!people supreme, life supreme / people are supreme and life is supreme / people first, life supreme
绿水青山就是金山银山|綠水青山就是金山銀山|R|lucid waters and lush mountains are invaluable assets|clear waters and lush mountains are invaluable assets / lucid waters and lush mountains|!green water and green mountains are golden mountains and silver mountains / green water and green mountain / clear waters and green mountains are mountains of gold and silver / golden mountains and silver mountains
讲好中国故事|講好中國故事|R|tell China's stories well|tell Chinese stories well / tell the story of China well / tell a good story of China / telling good stories about China|!speak a good Chinese story / say good Chinese story
百年未有之大变局|百年未有之大變局|R|profound changes unseen in a century|major changes unseen in a century / changes unseen in a century / great changes unseen in a century|great change in a hundred years / big change that has not happened in a hundred years / unprecedented changes in a century / great changes that have not been seen in a century
世界百年未有之大变局|世界百年未有之大變局|R|global changes of a magnitude not seen in a century|profound changes unseen in a century / momentous changes of a like not seen in a century / major changes unseen in a century / changes unseen in a century|great changes that have not been seen in the world in a century / world's great change in a hundred years / !world's unprecedented change in a century
四个伟大|四個偉大|S|great struggle, great project, great cause, and great dream||four greats
三大纪律八项注意|三大紀律八項注意|K|Three Main Rules of Discipline and Eight Points for Attention|Three Rules of Discipline and Eight Points for Attention|three major disciplines and eight attentions / three major disciplines and eight notes
五个一工程|五個一工程|X|Five-One Project|Best Works Award
一岗双责|一崗雙責|K|dual responsibilities of one position|dual responsibility|one post with double duties / one post, two responsibilities / one position with two responsibilities
四不两直|四不兩直|K|inspections without notice, greeting, reporting, or escort, going straight to the grassroots and the scene|unannounced inspection / unannounced visits|!four nos and two straights / !four no two direct / four nos and two directs
三公经费|三公經費|W|spending on official overseas visits, official vehicles, and official hospitality|spending on official hospitality|three public funds / three public expenses / three public expenditures / three public consumptions
放管服||W|reform to streamline administration and delegate power, improve regulation, and upgrade services|streamline administration and delegate power, improve regulation, and upgrade services / streamline administration / government streamlining / reform of government functions|!put pipe service / delegating management and service / decentralization, management and service / release management service / deregulation service
马上就办|馬上就辦|X|act without delay|act immediately / do it right now|do it immediately
`;
