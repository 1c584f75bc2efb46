/** Law, supervision and discipline. How a line is written: see read-starter.ts. */
export const lawTerms = `
中华人民共和国宪法|中華人民共和國憲法|P|Constitution of the People's Republic of China|Constitution of China / Chinese Constitution / Constitution|!Charter of the People's Republic of China
依法治国|依法治國|S|law-based governance|rule of law / govern the country by law / law-based governance of the country / governing the country according to law / advance law-based governance|rule the country by law / rule by law / legal rule of the country
全面依法治国|全面依法治國|S|law-based governance on all fronts|advance law-based governance in all fields / comprehensive law-based governance / law-based governance of China / law-based governance / advance the rule of law|comprehensively rule the country by law / comprehensively govern the country according to law / rule by law
法治政府||S|law-based government|rule-of-law government|legal government / government of law
法治国家|法治國家|S|country under the rule of law|law-based country / rule of law country / country based on the rule of law|legal country / law ruling country
依法行政||S|law-based administration|administer according to law / exercise government administration in accordance with the law / law-based government administration|!administrate legally / legal administration
最高人民法院||P|Supreme People's Court|SPC / top court / supreme court|Highest People's Court / !People's Supreme Law Court
最高人民检察院|最高人民檢察院|P|Supreme People's Procuratorate|SPP / top procuratorate|Supreme People's Inspectorate / !Highest People's Procuratorate / Supreme People's Prosecution
人民检察院|人民檢察院|P|people's procuratorate|procuratorate|people's inspection court / people's inspectorate / people's prosecutor's court
中级人民法院|中級人民法院|P|intermediate people's court|intermediate court|middle people's court / !medium people's court / !middle-level people's court
高级人民法院|高級人民法院|P|high people's court|higher people's court / high court|senior people's court / !advanced people's court
基层人民法院|基層人民法院|P|primary people's court|basic people's court / grassroots people's court / primary court|!base people's court
国家监察委员会|國家監察委員會|P|National Commission of Supervision|National Supervisory Commission / NCS|National Supervision Committee / State Supervision Committee / National Supervisory Committee / State Supervisory Committee
监察委员会|監察委員會|P|commission of supervision|supervisory commission / supervision commission / supervisory committee|monitoring commission / monitor committee
纪检监察机关|紀檢監察機關|X|discipline inspection and supervision bodies|discipline inspection and supervision agency / discipline inspection and supervisory authorities / discipline inspection and supervision organs / anti-graft body / discipline inspection and supervision departments / disciplinary inspection and supervisory agencies|discipline examination and monitoring organs / !disciplinary inspection and monitoring agency
反腐败斗争|反腐敗鬥爭|S|fight against corruption|anti-corruption campaign / battle against corruption / anti-corruption fight / anti-corruption drive / anti-corruption|anticorruption struggle war / !counter corruption struggle
不敢腐、不能腐、不想腐||S|officials do not have the audacity, opportunity, or desire to become corrupt|do not dare to, are unable to, and have no desire to commit corruption / do not dare, are not able, and have no desire to be corrupt|!dare not corrupt, cannot corrupt, do not want to corrupt / !not dare to rot, not able to rot, not want to rot
打虎、拍蝇、猎狐|打虎、拍蠅、獵狐|S|take out tigers, swat flies, and hunt down foxes|tigers, flies and foxes / taking out tigers, swatting flies, and hunting foxes|!beat tigers, pat flies, hunt foxes
扫黑除恶|掃黑除惡|X|crack down on organized crime|fight against organized crime / crackdown on gang crime / combat organized and gang crime / combat criminal gangs and root out local mafia / crackdown on gangs / fight against gang crime|!sweep away black and evil / !sweeping black and removing evil / sweep black and eliminate evil / eliminate evil / !clearing away black and eliminating evil
违纪违法|違紀違法|X|violate Party discipline and law|violation of discipline and law / discipline and law violations / violations of Party discipline and laws / disciplinary and legal violations / violate discipline and laws|disciplinary and illegal
严重违纪违法|嚴重違紀違法|X|serious violations of Party discipline and laws|severe violations of discipline and law / serious violations of discipline and law / serious disciplinary and legal violations / seriously violate Party discipline and laws|serious discipline and illegal / serious disciplinary violations and illegal
行政处罚|行政處罰|L|administrative penalty|administrative punishment / administrative sanction|executive punishment
行政复议|行政復議|L|administrative reconsideration|administrative review|!executive repeat discussion / administrative rediscussion
行政拘留||L|administrative detention|detained / held in administrative detention|executive arrest
刑事拘留||L|criminal detention|detained / criminally detained / detention|!punishment detention
取保候审|取保候審|L|release on bail pending trial|bail / released on bail / out on bail / bail pending trial|!bailout pending trial / get a guarantor pending trial / obtaining a guarantee pending trial
监视居住|監視居住|L|residential surveillance||!surveillance living / monitored living
立案审查调查|立案審查調查|X|place under investigation|put under investigation / under investigation / open an investigation / disciplinary review and supervisory investigation|file review investigation / case filing review / put on file for review and investigation
留置措施||L|detention measures|retention in custody / detention / detained|indwelling measures / lien measures / lien
违法所得|違法所得|L|illegal gains|unlawful gains / illicit gains / illegal income|!illegal obtained
司法解释|司法解釋|L|judicial interpretation||justice explanation / judicial explanation
公益诉讼|公益訴訟|L|public interest litigation|public interest lawsuit|public welfare litigation / public welfare lawsuit / !commonweal lawsuit
民法典||L|Civil Code||civil law book / civil law canon / !civil law codex
人民调解|人民調解|L|people's mediation||people's conciliation
社会治理|社會治理|R|social governance|governance of society|society treatment / social treatment
枫桥经验|楓橋經驗|R|Fengqiao model|Fengqiao experience|Maple Bridge experience
平安中国|平安中國|R|Peaceful China Initiative|Peaceful China / safe China|Ping An China / Ping'an China
总体国家安全观|總體國家安全觀|R|holistic approach to national security|holistic view of national security / overall national security outlook / comprehensive national security concept / holistic national security|general national security view / !total national security view / overall security concept of the country
放宽市场准入|放寬市場准入|W|ease market access|expand market access / relax restrictions on market access / ease market access restrictions / widen market access|relax market access standard / broaden market permission
知识产权|知識產權|L|intellectual property|intellectual property right / IP / IPR|knowledge property / !knowledge property right
`;
