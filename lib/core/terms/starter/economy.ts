/** Economy, finance and rural affairs. How a line is written: see read-starter.ts. */
export const economyTerms = `
社会主义市场经济|社會主義市場經濟|P|socialist market economy
供给侧结构性改革|供給側結構性改革|S|supply-side structural reform|supply-side reform|supply-side reform of structure / !structural reform on the supplying side / structural reforms of supply side
五年规划|五年規劃|W|Five-Year Plan
十四五规划|十四五規劃|W|14th Five-Year Plan|14th Five-Year Plan (2021-2025) / 2021-2025|!14th Five Plan / !fourteen-five plan / 145 planning
十三五规划|十三五規劃|W|13th Five-Year Plan|13th Five-Year Plan (2016-2020) / 2016-2020|!13th Five Plan / !thirteen-five plan / 135 planning
十五五规划|十五五規劃|W|15th Five-Year Plan|15th Five-Year Plan (2026-2030) / 2026-2030|!fifteen-five plan / 155 plan / !15th Five Plan
政府工作报告|政府工作報告|W|Report on the Work of the Government|government work report|government job report / !report of the governmental jobs
国内生产总值|國內生產總值|W|gross domestic product|GDP|domestic total production value / !gross national production value / domestic gross output
宏观调控|宏觀調控|W|macro regulation|macroeconomic regulation / macroeconomic control / macro-control|macroscopic adjustment / macroscopic regulation
稳中求进|穩中求進|W|pursue progress while ensuring stability|seek progress while maintaining stability / making progress while maintaining stability|!stable seeking progress
稳中求进工作总基调|穩中求進工作總基調|W|general principle of pursuing progress while ensuring stability|general principle of seeking progress while maintaining stability / seek progress while maintaining stability / pursue progress while ensuring stability|general tone of seeking progress while maintaining stability / general work tone / overall tone of work / !work tone of seeking progress
积极的财政政策|積極的財政政策|W|proactive fiscal policy||positive fiscal policy / active fiscal policy / positive finance policy
稳健的货币政策|穩健的貨幣政策|W|prudent monetary policy|sound monetary policy|steady monetary policy / stable monetary policy / robust monetary policy
公有制||P|public ownership||publicly owned system
非公有制经济|非公有制經濟|P|non-public sector|non-public sector of the economy / non-public economy / private sector|!non-publicly owned system economy
民营企业|民營企業|W|private enterprise|private company / private firm / private business / privately owned enterprise / private sector|people-run enterprise / civilian-run enterprise / civilian enterprise
民营经济|民營經濟|W|private sector|private economy / private sector of the economy / private businesses|people-run economy / civilian economy / civil economy
国有企业|國有企業|W|state-owned enterprise|SOE / state-owned company / state enterprise / state-owned firm / state firm|national-owned enterprise / country-owned enterprise
中央企业|中央企業|W|centrally administered state-owned enterprise|central SOE / centrally-administered SOE / central enterprise / centrally owned enterprise / central state-owned enterprise / centrally administered enterprise
中小微企业|中小微企業|W|micro, small, and medium-sized enterprises|small, medium and micro enterprises / MSMEs / micro, small and medium enterprises / small, medium and micro-sized enterprises / small and micro businesses|!medium and small micro enterprise
个体工商户|個體工商戶|W|self-employed individual|individually owned business / individual business / self-employed business / individual business household / sole proprietor|individual industrial and commercial households
市场主体|市場主體|W|market entity|market participant / business entity|market main body / market subject
营商环境|營商環境|W|business environment|doing business|camp business environment / !business running environment
简政放权|簡政放權|W|streamline administration and delegate power||simple administration and decentralization / decentralization and simplification / simplify politics and decentralize
新质生产力|新質生產力|W|new quality productive forces|new productive forces|new qualitative productivity / new quality productivity / !new mass productivity / new productivity
新动能|新動能|W|new growth drivers|new drivers of growth / new driving forces / new impetus|new momentum energy
新旧动能转换|新舊動能轉換|W|replace old growth drivers with new ones|new growth drivers replace old ones / shift from old to new growth drivers / replacement of old growth drivers|conversion of old and new kinetic energy / conversion of new and old kinetic energy / new and old kinetic energy
新基建||W|new infrastructure|new types of infrastructure / new infrastructure construction
互联网+|互聯網+|W|Internet Plus|Internet Plus initiative / Internet+
数字经济|數字經濟|W|digital economy||number economy
实体经济|實體經濟|W|real economy||entity economy / physical economy / solid economy / substantial economy
先富带后富|先富帶後富|G|those who prosper first help others to follow|prosper first|!first rich brings later rich / rich first, then rich / first rich drive the later rich
乡村振兴|鄉村振興|W|rural revitalization|rural vitalization / revitalization of rural areas / revitalize rural areas|village revitalization / rural rejuvenation / country revitalization / rural revival
脱贫攻坚|脫貧攻堅|W|poverty alleviation|fight against poverty / battle against poverty / poverty eradication / poverty reduction / lift out of poverty / critical battle against poverty|poverty alleviation tackling / tackling hard poverty / !poverty shedding attack
脱贫攻坚战|脫貧攻堅戰|W|critical battle against poverty|battle against poverty / fight against poverty / war on poverty / poverty alleviation|poverty alleviation war / !out of poverty tough battle
精准扶贫|精準扶貧|S|targeted poverty alleviation|targeted poverty reduction / precise poverty alleviation / precision poverty alleviation|accurate poverty alleviation / !precise poor support / exact poverty relief
精准脱贫|精準脫貧|S|targeted poverty alleviation|targeted poverty reduction / targeted poverty elimination|accurate poverty alleviation / !precise poverty out
两不愁三保障|兩不愁三保障|W|Two Assurances and Three Guarantees|basic needs of food and clothing and guaranteed access to compulsory education, basic medical services, and safe housing|two no worries and three guarantees / !two do not worry about three guarantees / !two worries and three guarantees|Adequate food and clothing; compulsory education, basic medical care and safe housing
贫困县|貧困縣|W|poor county|impoverished county / poverty-stricken county / designated poor county|poverty county
脱贫摘帽|脫貧摘帽|W|removed from the poverty list|removed from the list of impoverished counties / shake off poverty / lifted out of poverty / cast off poverty|take off the hat / !poverty alleviation hat picking / remove the hat / take off the poverty hat
农民工|農民工|W|rural migrant worker|migrant worker / farmer-turned worker|peasant worker / farmer worker / !peasant labour
户籍制度|戶籍制度|W|household registration system|hukou system / household registration / hukou|household membership system / residence account system
新型城镇化|新型城鎮化|W|new urbanization|people-centered urbanization / new type of urbanization / new-type urbanization|new township-ization / !new towning
区域协调发展|區域協調發展|R|coordinated regional development|coordinated development between regions / balanced regional development / coordinated development of regions
西部大开发|西部大開發|W|large-scale development of the western region|western development / Western Development Strategy / development of the western region / Go West / develop the western region|big development in the west / great western development
东北振兴|東北振興|W|revitalization of northeast China|revitalize the northeast / northeast revitalization / full revitalization of the Northeast|northeastern rejuvenation promotion
京津冀协同发展|京津冀協同發展|W|coordinated development of the Beijing-Tianjin-Hebei region|Beijing-Tianjin-Hebei coordinated development / integrated development of the Beijing-Tianjin-Hebei region / Beijing-Tianjin-Hebei region|!Jing-Jin-Ji synergetic development
粤港澳大湾区|粵港澳大灣區|W|Guangdong-Hong Kong-Macao Greater Bay Area|Greater Bay Area / GBA / Guangdong-Hong Kong-Macau Greater Bay Area|Guangdong, Hong Kong and Macao Dawan District / !Dawan District / Great Bay Area
长三角一体化|長三角一體化|W|integrated development of the Yangtze River Delta|Yangtze River Delta integration / Yangtze River Delta|!long triangle integration / Long Delta
长江经济带|長江經濟帶|W|Yangtze River Economic Belt|Yangtze Economic Belt|!Changjiang economic zone
雄安新区|雄安新區|W|Xiong'an New Area|Xiongan New Area|Xiong'an New District
浦东新区|浦東新區|X|Pudong New Area|Pudong|Pudong New District
自由贸易试验区|自由貿易試驗區|W|pilot free trade zone|free trade pilot zone / pilot FTZ / free trade zone / FTZ|free trade test area / !free trade experiment zone / free trade experimental area
海南自由贸易港|海南自由貿易港|W|Hainan Free Trade Port|Hainan FTP|Hainan Free Trade Harbor
经济特区|經濟特區|P|special economic zone|SEZ|economic special zone / special economy district / economic special district
招商引资|招商引資|W|attract investment|investment promotion / bring in investment|!recruit business and draw capital / investment invitation / !inviting business and attracting capital
负面清单|負面清單|W|negative list||negative bill / negative checklist
去产能|去產能|W|cut overcapacity|reduce overcapacity / capacity reduction / overcapacity cuts|go to capacity / remove production capacity / de-capacity
去库存|去庫存|W|reduce excess inventory|cut excess inventory / destocking / reducing inventory|de-stocking of inventory
去杠杆|去槓桿|W|deleveraging|reduce leverage
补短板|補短板|W|strengthen areas of weakness|shore up weak links / shore up weaknesses / strengthen weak links / address weak links / address weaknesses / bolster areas of weakness / weak spots|supplement short boards / make up for short boards / short board / fill in the short board / !complement the short board
经济新常态|經濟新常態|G|new normal of economic development|new normal / economic new normal / new normal of the economy|!economy's new usual
中等收入群体|中等收入群體|R|middle-income group|middle-income earners / middle class|medium income crowd / moderate-income group
人均可支配收入||W|per capita disposable income||average disposable income per head / disposable income of each person
规模以上工业|規模以上工業|W|industrial enterprises above designated size|above designated size / enterprises with annual revenue of|above-scale industry / industrial above scale / industry above the scale
规模以上工业增加值|規模以上工業增加值|W|value-added industrial output|value added of industrial enterprises above designated size / industrial value added / value added of industry / industrial output|above-scale industrial added value / industrial added value above scale
固定资产投资|固定資產投資|W|fixed-asset investment|investment in fixed assets
社会消费品零售总额|社會消費品零售總額|W|total retail sales of consumer goods|retail sales of consumer goods / retail sales|!social consumer goods retail total / total retail sales of social consumer goods
居民消费价格|居民消費價格|W|consumer price index|consumer prices / CPI|residents' consumption price / resident consumer price / inhabitants' consumption price
专精特新|專精特新|W|specialized, refined, distinctive, and innovative|specialized and sophisticated / specialized and sophisticated enterprises that produce new and unique products / little giants / specialised and innovative|!special, refined, special and new / !specialized, special and new / specialized special new
`;
