/** Public health, people's livelihood, environment. How a line is written: see read-starter.ts. */
export const societyTerms = `
外防输入、内防反弹|外防輸入、內防反彈|W|prevent both imported cases and domestic resurgence|prevent inbound cases and domestic resurgence / guard against imported cases and a domestic resurgence / prevent imported cases and domestic resurgences / guard against imported cases and domestic rebound / preventing the virus from entering the country and preventing domestic resurgence|!import of foreign prevention / !foreign defense import / !external prevention of input / !external defense input and internal defense rebound / !foreign prevention input / external defense input / !preventing external input and internal rebound / !prevent external imports and internal rebound
外防输入|外防輸入|W|guard against imported cases|prevent imported cases / prevent inbound cases / prevent both imported cases and domestic resurgence / guarding against imported infections / imported cases|!import of foreign prevention / !foreign defense import / !external prevention of input / !foreign prevention input / external defense input / preventing external input / import prevention
内防反弹|內防反彈|W|prevent a domestic resurgence|prevent resurgence / guard against a domestic resurgence / prevent a rebound / domestic resurgence|internal defense rebound / !internal prevention rebound / preventing internal rebound / !anti-rebound inside
新冠肺炎疫情||W|COVID-19 epidemic|COVID-19 / COVID-19 pandemic / COVID-19 outbreak / coronavirus outbreak / coronavirus pandemic / epidemic / pandemic / Covid|!new crown pneumonia epidemic / !new crown epidemic / !new crown pneumonia / !new corona pneumonia / !new champion pneumonia / !new coronary pneumonia / new crown
新冠疫情||W|COVID-19 epidemic|COVID-19 / COVID-19 pandemic / COVID-19 outbreak / coronavirus outbreak / coronavirus pandemic / epidemic / pandemic / Covid / outbreak|!new crown epidemic / !new crown pneumonia / !new crown pandemic / !new coronary epidemic / new crown
新冠肺炎||W|COVID-19|novel coronavirus pneumonia / coronavirus|!new crown pneumonia / !new corona pneumonia / !new coronary pneumonia / !new champion pneumonia / new crown
新冠病毒||W|novel coronavirus|COVID-19 / COVID-19 virus / coronavirus / SARS-CoV-2 / Covid / virus|!new crown virus / !new coronary virus / new crown / !new champion virus
新冠疫苗||W|COVID-19 vaccine|coronavirus vaccine / COVID vaccine / vaccine|!new crown vaccine / !new coronary vaccine / new crown
新型冠状病毒|新型冠狀病毒|W|novel coronavirus|COVID-19 / coronavirus / new coronavirus|!new crown-shaped virus / new type crown virus
新型冠状病毒肺炎|新型冠狀病毒肺炎|W|COVID-19|novel coronavirus pneumonia / coronavirus|!new crown pneumonia / !new type crown-shaped virus pneumonia
新型冠状病毒感染的肺炎疫情|新型冠狀病毒感染的肺炎疫情|W|COVID-19 epidemic|novel coronavirus pneumonia / COVID-19 / novel coronavirus outbreak / coronavirus|!new crown pneumonia epidemic
疫情防控||W|epidemic prevention and control|COVID-19 prevention and control / prevention and control of the epidemic / epidemic control / COVID-19 response / epidemic response / pandemic prevention and control / control the epidemic / prevention and control / fight against the epidemic|!epidemic situation prevention and control / epidemic defense and control
疫情防控阻击战|疫情防控阻擊戰|W|battle against the epidemic|fight against the epidemic / fight against COVID-19 / battle against COVID-19 / war against the epidemic / battle to prevent and control the epidemic|blocking war / epidemic prevention and control blocking war / prevention and control interdiction / interception war / sniping war
常态化疫情防控|常態化疫情防控|W|ongoing epidemic prevention and control|regular epidemic prevention and control / routine epidemic prevention and control / regular COVID-19 prevention and control / ongoing COVID-19 prevention and control / regular epidemic control|normalized epidemic prevention and control / normalization of epidemic prevention and control / !normal state epidemic prevention
联防联控机制|聯防聯控機制|W|joint prevention and control mechanism|inter-agency task force / inter-departmental task force|!joint defense and control mechanism / !joint defense joint control mechanism / !joint prevention joint control mechanism
国务院联防联控机制|國務院聯防聯控機制|W|Joint Prevention and Control Mechanism of the State Council|State Council joint prevention and control mechanism / inter-agency task force / joint prevention and control mechanism|!Joint Defense and Control Mechanism of the State Council / !State Council joint defense and control mechanism
联防联控|聯防聯控|W|joint prevention and control|coordinated prevention and control / joint prevention and control mechanism|joint defense and control / !joint defense and joint control
群防群控||W|society-wide prevention and control|mass prevention and control / society-wide efforts to prevent and control / mass prevention and control measures|group prevention and group control / group prevention and control / !mass defense and mass control
动态清零|動態清零|W|dynamic zero-COVID|dynamic zero-COVID policy / dynamic clearance / dynamic zero-COVID approach / zero-COVID|dynamic clearing / dynamic reset / !dynamic clear zero / !dynamic zero clearing
复工复产|復工復產|W|resume work and production|resumption of work and production / resume work / resumption of business / return to work / reopening / resume production|rework and reproduction / !return to work and reproduction / !rework and resume production
早发现、早报告、早隔离、早治疗|早發現、早報告、早隔離、早治療|W|early detection, reporting, quarantine, and treatment|early detection, early reporting, early isolation and early treatment / early detection, reporting, isolation and treatment|!early find, early report
应收尽收、应治尽治|應收盡收、應治盡治|W|ensure that all those in need are admitted and treated|leave no patient unattended or untreated / all patients are admitted and treated|!receive all that should be received / should be received and treated as much as possible
核酸检测|核酸檢測|W|nucleic acid test|PCR test / COVID-19 test / COVID test / tested|!nuclear acid test / !nucleus acid test
方舱医院|方艙醫院|O|temporary treatment center|makeshift hospital / Fangcang shelter hospital / temporary hospital / shelter hospital|!square cabin hospital / cabin hospital / ark hospital / !square tank hospital
健康码|健康碼|X|health code|health QR code
密切接触者|密切接觸者|W|close contact||intimate contact / !close toucher / intimate contactor
无症状感染者|無症狀感染者|W|asymptomatic case|asymptomatic carrier / asymptomatic infection / asymptomatic infected person|!no symptom infected / symptomless infector
境外输入病例|境外輸入病例|W|imported case|case imported from overseas / inbound case / imported infection|overseas input case / foreign input cases / imported cases outside the border / !abroad import case
本土病例||W|domestically transmitted case|locally transmitted case / local case / domestic case / indigenous case / local infection|!native land case / mainland cases
公共卫生|公共衛生|W|public health||common hygiene
中医药|中醫藥|W|traditional Chinese medicine|TCM / Chinese medicine|!Chinese medical medicine / Chinese medicine and medicine
医疗卫生体制改革|醫療衛生體制改革|W|reform of the medical and healthcare system|healthcare reform / reform of the medical and health care system / medical reform / health reform|medical hygiene system reform
基本医疗保险|基本醫療保險|W|basic medical insurance|basic medical insurance scheme / basic health insurance
基本养老保险|基本養老保險|W|basic old-age insurance|basic pension / basic endowment insurance / basic pension insurance / basic old-age pension|!basic elderly raising insurance
五险一金|五險一金|X|social insurance and housing provident fund|five social insurances and one housing fund / five insurances and housing provident fund / social insurance|!five risks and one gold / !five insurances and one gold
住房公积金|住房公積金|W|housing provident fund|housing fund|housing accumulation fund / !house public reserve fund
保障性住房||W|government-subsidized housing|affordable housing / subsidized housing / indemnificatory housing|guaranteed housing / security housing / !guarantee-type housing
保障性租赁住房|保障性租賃住房|W|government-subsidized rental housing|affordable rental housing / subsidized rental housing / rental housing|guaranteed rental housing / security rental housing
棚户区改造|棚戶區改造|W|rebuilding of run-down urban areas|shantytown renovation / renovation of shantytowns / rebuilding shanty areas / rebuild run-down areas / redevelopment of run-down urban areas|shed area transformation / !shed household district transformation
最低生活保障||W|subsistence allowances|minimum living allowance / basic living allowance / minimum subsistence|minimum life guarantee / lowest life guarantee
获得感、幸福感、安全感|獲得感、幸福感、安全感|R|sense of fulfillment, happiness, and security|sense of gain, happiness and security / stronger sense of fulfillment, happiness and security|!sense of acquisition, happiness and security / acquisition feeling
计划生育|計劃生育|P|family planning||plan birth / planned childbirth / birth planning
三孩政策||W|third-child policy|three-child policy|!third kid politics
美丽中国|美麗中國|R|Beautiful China|Beautiful China Initiative
生态文明|生態文明|R|ecological conservation|eco-civilization / ecological civilization / ecological progress / ecological advancement|!ecology civility
碳达峰、碳中和|碳達峰、碳中和|R|peak carbon emissions and carbon neutrality|peak carbon dioxide emissions and carbon neutrality / carbon peaking and carbon neutrality / peak carbon and carbon neutrality|carbon reach peak / !carbon up to peak and carbon neutral
双碳|雙碳|R|carbon peaking and carbon neutrality|dual carbon / dual carbon goals / peak carbon emissions and carbon neutrality / carbon goals / carbon peak and neutrality|double carbon / two carbons
蓝天保卫战|藍天保衛戰|S|battle to keep the skies blue|fight to keep the skies blue / battle for blue skies / blue sky defense / blue skies / defending blue skies|blue sky defense war / !blue sky safeguarding war / !battle to defend the blue sky war
退耕还林|退耕還林|W|return farmland to forests|return marginal farmland to forests / grain for green / convert farmland to forest|!retreat plowing and return forest / !retire farming and return forest
退耕还林还草|退耕還林還草|W|return marginal farmland to forests and grasslands|grain for green / return farmland to forests and grasslands|!retire farming, return forest and grass
河长制|河長制|W|river chief system|river chief scheme / river chiefs|river length system / river long system / river leader system
三北防护林|三北防護林|X|Three-North Shelterbelt Forest Program|Three-North Shelterbelt / Three-North Shelterbelt Program / Green Great Wall|!three norths protective forest / Sanbei shelter forest
垃圾分类|垃圾分類|W|garbage sorting|waste sorting / trash sorting / sort garbage / household waste sorting / rubbish sorting / garbage classification / waste separation
`;
