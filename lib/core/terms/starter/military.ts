/** Armed forces. How a line is written: see read-starter.ts. */
export const militaryTerms = `
中国人民解放军|中國人民解放軍|V|Chinese People's Liberation Army|People's Liberation Army / PLA / Chinese PLA|!China People's Emancipation Army
人民解放军|人民解放軍|V|People's Liberation Army|PLA|!people's emancipation army
中央军事委员会|中央軍事委員會|P|Central Military Commission|CMC|Central Military Affairs Committee / Central Military Committee
中央军委|中央軍委|P|Central Military Commission|CMC|Central Military Affairs Committee / Central Military Committee
国防部|國防部|V|Ministry of National Defense|Defense Ministry / Ministry of Defense / Department of Defense / Pentagon / Defense Department|State Defense Ministry / Ministry of State Defense
国防和军队现代化|國防和軍隊現代化|R|modernization of national defense and the armed forces|national defense and military modernization / modernization of national defense and the military / modernize national defense and the armed forces
强军目标|強軍目標|S|goal of building a strong military|goal of a strong military / strong military / building a powerful military / strong army / Party's goal for developing a strong military|strong army target / strengthened army objective
世界一流军队|世界一流軍隊|S|world-class forces|world-class military / world-class armed forces / world-class army|world first-class troops / world first-rate army
军民融合|軍民融合|S|military-civilian integration|civil-military integration / military-civil integration / integration of military and civilian development / military-civilian / military-civil fusion / civil-military fusion|army-people fusion / !military and civilian merge
政治建军|政治建軍|V|enhance the political loyalty of the armed forces|political building of the military / political work of the military / ensuring the political loyalty of the military|!political army building / politically building the army / political construction of the army
改革强军|改革強軍|V|strengthen the military through reform|reform and strengthen the armed forces / strengthen the armed forces through reform|!reform strong army
科技强军|科技強軍|V|strengthen the military with science and technology|strengthen the armed forces through science and technology / strengthen the military through technology|!technology strong army / science and technology strong army
依法治军|依法治軍|V|law-based governance of the military|run the armed forces in accordance with the law / governing the military with strict discipline / administer the military in accordance with the law|rule the army by law / legal army governance / manage the army according to law
听党指挥、能打胜仗、作风优良|聽黨指揮、能打勝仗、作風優良|V|obey the Party's command, can fight and win, and maintain excellent conduct|follow the Party's command, be able to win, and exemplify good conduct / follows the Party's command, can fight and win, and maintains excellent conduct|!listen to the party's command, can win battles, and have a good style / listen to the party command
防空识别区|防空識別區|V|air defense identification zone|ADIZ|!anti-aircraft recognition area
东部战区|東部戰區|V|Eastern Theater Command|PLA Eastern Theater Command|Eastern War Zone / East War Zone
南部战区|南部戰區|V|Southern Theater Command|PLA Southern Theater Command|Southern War Zone / South War Zone
西部战区|西部戰區|V|Western Theater Command|PLA Western Theater Command|Western War Zone / West War Zone
北部战区|北部戰區|V|Northern Theater Command|PLA Northern Theater Command|Northern War Zone / North War Zone
中部战区|中部戰區|V|Central Theater Command|PLA Central Theater Command|Central War Zone / Middle War Zone
火箭军|火箭軍|V|Rocket Force|PLA Rocket Force|rocket army / rocket troops
战略支援部队|戰略支援部隊|V|Strategic Support Force|PLA Strategic Support Force|!strategy aid troops / strategic support troops
武警部队|武警部隊|V|People's Armed Police Force|armed police / PAP / People's Armed Police / PAPF / Chinese People's Armed Police Force|armed police troops / armed police army
中国人民武装警察部队|中國人民武裝警察部隊|V|Chinese People's Armed Police Force|People's Armed Police Force / People's Armed Police / armed police / PAP|!Chinese people's armed policeman troops
中国海警局|中國海警局|V|China Coast Guard|CCG / Chinese coast guard|China Marine Police / China Marine Police Bureau / !China Sea Police / Chinese Maritime Police Bureau
预备役部队|預備役部隊|V|reserve forces|military reserve|!preparatory service troops
抗日战争|抗日戰爭|O|War of Resistance against Japanese Aggression|Chinese People's War of Resistance against Japanese Aggression / War of Resistance / War of Resistance against Japan / Anti-Japanese War / War against Japan
中国人民抗日战争|中國人民抗日戰爭|O|Chinese People's War of Resistance against Japanese Aggression|War of Resistance against Japanese Aggression / War of Resistance / Chinese People's Anti-Japanese War|Chinese people's war against Japan
抗美援朝||O|War to Resist US Aggression and Aid Korea|resist US aggression and aid Korea / Korean War / Resist America and Aid Korea|!anti-American aid Korea / Anti-America and Aid-Korea / resist America and aid North Korea
解放战争|解放戰爭|O|War of Liberation|Liberation War / Chinese War of Liberation|emancipation war
长征|長征|O|Long March||long conquest
`;
