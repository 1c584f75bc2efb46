/** Words that English about China, and English of the day, has and harper's dictionary lacks; in small letters. */
export const knownWords: ReadonlySet<string> = new Set(
	`
	baijiu baozi biangbiang bianzhong cheongsam chuan chunyun claypot congee dao daoist diancai dizi dougong doupi
	douyin erhu fuwa gaokao ganbei gongbi gongfu guanxi guohua guqin guzheng hanfu hanyu hotpot huangjiu huiguan
	hukou hutong hutongs huiyuan jianbing jiaozi jingju jujube jujubes kaifeng kang kangs tael taels konghou kuaiban kung kungfu kunqu lantern
	laozi longan longans luosifen lychee lychees mahjong malatang mantou maotai mooncake mooncakes nianhua nuo
	paifang paifangs pailou paotai pipa pinyin pomelo pomelos putonghua qigong qilin qilou qingming qipao qipaos
	renminbi ruyi sancai sanda sanxian sheng shui siheyuan suona taichi taiji tangyuan tanka tianxia tulou tuina
	weiqi wonton wontons wuxia wushu xiangqi xiangsheng xianxia xiaolongbao xuan yamen yangge yangqin youtiao yuanxiao
	zaju zhongshan zongzi zhuyin goji wolfberry wolfberries ginseng moxibustion tonify tonifying tonifies reishi
	shiitake sichuanese cantonese tibetology sinology sinologist sinologists sinicization
	informatization informatized digitalization modernizations marketization collectivization desertification
	agritourism agrotourism ecotourism aquaculture polyculture microecology ecosystemic afforestation rewilding
	roundtable roundtables livestream livestreams livestreamed livestreaming livestreamer livestreamers startup
	startups ecommerce fintech biotech agritech edtech metaverse blockchain blockchains deepfake deepfakes microchip
	biosensor biosensors biomarker biomarkers bioeconomy graphene perovskite photovoltaics photovoltaic fieldbus
	servomotor lidar maglev powertrain drivetrain telehealth telemedicine coworking carsharing rideshare
	rideshares hackathon hackathons makerspace makerspaces photobook photoshoot photoshoots headwear footbath
	footbaths skincare moisturiser moisturisers streetwear coursework courseware crowdfunding crowdsourcing
	offline onboarding upskilling reskilling stakeholdership multilateralism unilateralism regionalization
	decarbonize decarbonization decarbonisation precast prefab prestressed dewater geothermal hydropower
	cableway cableways geminid geminids abductive
	leant alit wetted slanging oxhide displayer displayers metaphysic advocation advocations
	biennale biennales facto bleu jure hoc vitro vivo situ alia cetera etcetera
	unswervingly unremittingly voluntariness proactiveness shadowless linoleic linolenic hyaluronic pomace
	inflator inflators stitcher stitchers roadmap roadmaps showpiece townscape streetscape streetscapes
	`
		.trim()
		.split(/\s+/),
);
