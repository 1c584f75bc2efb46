/** Characters by which foreign names are written: what consists of them alone is not read as pinyin. */
const characters = new Set(
	"依厄阿埃艾爱安昂奥澳巴白柏班邦鲍保贝本比彼毕波伯勃博布卜查茨次达大戴丹当道得德登迪第蒂丁顿多杜铎恩尔耳法凡范菲费芬丰冯佛弗夫福富盖甘冈高戈哥格葛根贡古瓜圭哈海汉汗豪赫黑亨胡华怀霍基吉加嘉贾简杰捷金津京居卡开凯坎康考柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾黎里理利莉丽立力连廉列烈林琳留刘龙隆卢鲁路露伦罗洛吕律马玛麦迈曼芒毛梅美门蒙孟米密蜜敏明摩莫姆穆拿纳娜乃奈南内尼妮年涅宁牛纽努诺欧帕派潘庞培佩彭蓬皮匹平泼蒲普奇齐恰钱强乔切钦琼丘让热仁日荣茹瑞若撒萨塞赛桑瑟森沙莎山尚舍申圣施史士斯丝司思苏孙所索塔台泰坦汤唐陶特腾提田铁廷亭突图土托瓦万汪威韦维卫魏温文翁沃乌吾伍武西希锡夏香肖谢辛欣兴休修许雪逊雅亚延扬杨耶叶伊易因英尤于约赞泽曾扎詹张哲珍朱兹宗佐托纽约",
);

export const isTransliteration = (text: string) => [...text].every((character) => characters.has(character));
