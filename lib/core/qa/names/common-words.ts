/*
 * English words that are, or with an ending are, within a letter of what pinyin can spell: a capital at the head of a
 * sentence or in a heading makes no name of them. Chosen from the words that WordNet 3.1 counts in running text.
 */
const words = new Set(
	(
		"abandon able about above absence absent abuse accent accuse ace acetone ache acid acquire acre act " +
		"acting acute adam adapt add adhere admire admit adopt adult advance advice advise aegean afar affix " +
		"africa african after again age aged agency agent ago agony agree ahead aid aide ailment aim air airway " +
		"airy aisle alarm alaska albumin alert algae alien align alike alive all allege allot ally alone along " +
		"aloud also alter amaze amazed amazing amber amend america american among amount amp ample amuse analyze " +
		"anchor ancient andrena anemia angel anger angle anglican angrily angry anguish animal ankle announce " +
		"annoy anode answer ant antenna anti antigen antique anxiety any anymore anyway apart april apt aqueous " +
		"arc area argon argue arise arm armed army around arouse arrange art ashamed asia aside ask ass assail " +
		"assent assume assure atlanta atom attain aug augment aunt avail avert await awake awaken award aware " +
		"away awe awful axe axis babble babe baby back bacon bad badge badly bag bake balance balanced ball " +
		"ballad ballet ballot ban band bandage bandaged bang banish bank banker banner baptize bar bare barely " +
		"bargain barge bark barn barrel barrier base based basement basic basis bask basket bat bath bathe batter " +
		"battle bawl bay bayonet beam bear beard bearer beat became because become bed bee been beer before beg " +
		"began begin being bell belong belt bench bend benefit berlin bern beset best bet bevel bible bid big " +
		"bigger bill bind binding binomial bird birdie biscuit bishop bit bite bitter blade blame blanket blatant " +
		"blaze bleed blend blind bloat blood bloom blot blue blunt board boast boat bob body boil bold bolt bomb " +
		"bomber bond bone book booking boom boost boot border bore boredom born bosom boss boston both bother " +
		"bottle bottom bounce bound bow bowl box boy brace brain brand breeze brigade bring broad broken brood " +
		"brooding brought bubble buck buckle bud buddy budget buffer build building built bulb bulge bulk bulky " +
		"bull bullet bum bump bundle bunk burden bureau burial burn burst bury bush busy butt button buy buzz cab " +
		"cabin cabinet cable cackle cafe cage calf call calm came camera camp camper camping can canada cancel " +
		"cancer candidate candle cane cannon canon canteen canyon cap capable capital capsule captain capture car " +
		"carbon card care career careful caress carrier carry cart carve case cash cast castle casual cat cater " +
		"cathode catkin cattle causal cause cave cease ceiling cell cement cent center central century certain " +
		"chain chair chairman challenge chamber chance change changed changing channel chant chaos chapel chapter " +
		"charge charged charity charm charming chart chase chatter cheap cheat check cheek cheer cheerful " +
		"cheering cheery chemical chemist cherish chest chew chicago chicken chief child children chill chimney " +
		"chin china chinese chip chisel chlorine choice choke choose chord chore chosen chromium chuckle cigar " +
		"circle circuit cite citizen city civil civilian clad claim claimant clang clap clay clean cleaner " +
		"cleaning cliche client climate climax cling clip close closed closet cloud club clue coal coat coax code " +
		"coherent coin cold collage college comb combat combine come comedian coming command commence commend " +
		"comment commit common commune commute company compare compile compose compute concede concern concert " +
		"conclude concrete cone confuse congress conquer consent conspire constant consume contain contend " +
		"content continue converse convert convey cool cooling cop cope copy cord core corn cortex cost costume " +
		"cottage couch cough could council counsel count counter county couple courage course court cousin cover " +
		"cow cowboy create credit creep crime croon crop crude cruise cry cuba cuban cube cubism cubist cult " +
		"culture cup curb cure curious curl current curse curtail curtain curve curved custom cut cutting dab " +
		"daily damage damn damned damp dampen dance dancer dancing danger dangerous dangle danish dare dark " +
		"darken darling darned dart dash data date datum dawn day dazed deacon dead deaf deal dealer dear death " +
		"debate debt debut dec decade decay decency decent decide deck declare decline decree decry dedicate " +
		"deduce deduct deem deep defeat defect defend defendant defense defiance define definite defy degree " +
		"delay delicate deliver demand demanding demon denial denote denounce dense dent denver deny depart " +
		"depend dependent depict deposit deputy derive descend descent desert deserve design desire desk despise " +
		"destine detach detached detail detailed detect device devil devise devote diagnose diagonal diagram dial " +
		"dialect dialogue dialyze diameter diamond dice dictate die diet dietary differ diffuse dig dilate " +
		"dilemma dilute dilution dim dimly din dine dingy dinner dip dipole dipper direct dirt dirty disc disdain " +
		"disease dish disk dislike dismay dispel dispose dispute distal distance distant divan dive diverse " +
		"divert divide divine document dodge does dog doing domain don donate done doom dosage dose dot double " +
		"doubt dough down doze dozen drain drama drape dread dream dried drip drop drum drunken dry duck due " +
		"dugout dull dulled dumb dump dusk dust duty each eager ear earlier earn ease easel east easy eat echo " +
		"edge edged edition editor educate egg ego eight either elapse elder elect element eleven elicit elite " +
		"elution emerge emotion empire enable enact enclose end endanger ending endorse endow endurance endure " +
		"enduring enemy energy enforce engage engaged engender engine england engulf enhance enjoy enlarge enlist " +
		"enough enrich enroll ensue ensure entail enter entire entitle entity entrance entry envy enzyme epic " +
		"episode epoch equal equate equip era erase erect err errand error erupt escape essay estate europe evade " +
		"eve even evening event ever every evil evoke exchange excite exciting excuse exert exist existing expand " +
		"expend expense expire expose eye eyes face fact fade faded fail failure faint fair fake fall fallout " +
		"false falter fame familiar family famous fan fancy fantasy far farm farmer farming fashion fast fasten " +
		"fat fatal fate father fathom fatigue fault fear feat feature feb fee feed feeding feel feeling fell felt " +
		"female feminine fence fever few fewer fiend fierce fiery figure file final finance find finding fine " +
		"finger finite fire fit fix flame flap flare flat flee fling flip float flood flop florida fluid flushed " +
		"flux fly foam focus foe fog foil fold foliage folk fond food fool foot forbid force foregoing foreign " +
		"foresee forest forever forget fork form formal former formula forsake fortune forty foster foul found " +
		"four fourteen fox frail frame france fraud free freeze fret friday friend from frozen fruit fuel fulfil " +
		"full fully fumble fun fund funeral funny fur furious fury fuse fusion fuss futile future gadget gag " +
		"gaiety gain gallop gambling game gang gap garage garden garment gas gasp gate gather gaunt gave gay gaze " +
		"gear general generate generous genius gentle gentleman gently genuine german germany gesture get getting " +
		"ghoul giant given giving glad glance gland glare glaze gleam gleaming glint glinting globe gloom glue " +
		"gnp goal goat god gold golden gone good gossip gouge govern gown grab grace grade gram grand grant " +
		"granted gray graze grease great greece green greet greeting grenade grew grim grin grip groan grope " +
		"group grouping grunt guam guarantee guard guardian guess guest guidance guide guilt guilty gulp gun " +
		"gunfire gunner gush guy gym habit had hail hair half hall halo halt hammer hamper hand handful handle " +
		"handling hands handsome hang happen happy harangue hard harden harm has haste hasten hat hate hateful " +
		"hatred haul haunt have having hawaii hawk hay hazard haze head headache headed headlong heap hear heard " +
		"hearing heart heat heated heating heave heavy heed heel height held helium hell help hen hence herd here " +
		"hereby heritage hero herself hesitate hide hilum himself hint hip hire hit hold hole home homer honey " +
		"honored hoot hop hope hormone horn horse horseman host hostile hot hotel hour hours house housing " +
		"houston hover howl huddle hudson hue hug huge hum human humble humor humorous hunch hundred hunger " +
		"hungry hunt hunter hunting hurl hurry hurt hurtle husband hush husky hut ice iceland icy idea ideal " +
		"idiom idiot idle iliad ill image imitate immense impending impose incite india indian induce injure " +
		"inmate inner inning insane inside insure intake into iodide iodine ion iron island issue italian item " +
		"itemize itself jab jaded jail jam jap japan jeep jet job join joint joke joy judge july jumble jump june " +
		"junior jupiter jury just justice keep kept key keynote kid kind king knee kneel knew knit knot known " +
		"korea label labor laborer lack lad ladder lady lag lagoon lamb lamp land landing lane language lantern " +
		"laos lap lapse large larger larva lash last lat late lately latent later latin latter law lawn lawyer " +
		"lay layer lazy lead leader leading leaf league lean leap learn learning lease least leave lecture led " +
		"ledger left leg legal legend leisure lemma lemon lend length lengthy lens less lessen lessening lesser " +
		"lesson let letter level levy liable license lick lid lie life lift lifter light lighting lignite like " +
		"likely liking lilac limb limit limited limp line linear lined linger linguist link lip liquid liquor " +
		"list listen listener liter literal litter little live liver living load loaded loading loaf loan lobby " +
		"lobe local locate located location lock locker lodge log london lonely long longan longer longing look looking " +
		"lookup loom loose loosen loot lord lore lose loss lost lot lots loud loudly lousy love lover low lower " +
		"loyal luck lucky lug luggage lull lumber lump lunar lunch lung lunge lure lurid lurk luxury machine mad " +
		"made madly magazine magician maid mail mailbox main mainly maintain make maker making malaise male mama " +
		"mamma man manage manager manhattan maniac manner manners manpower manure many map mar marble margin mark " +
		"marked market marketing marry mars marshal martian marvel mask mass master mat mate matter mature " +
		"maximum may maybe mayor meadow meager meal mean meaning means meant measure meat medal medical medicine " +
		"meditate medium meek meet meeting melody melt member memory men menace menarche mend mental mention " +
		"merchant mercy mere merely merge merger merit merry mess message messenger met metal meteor meter method " +
		"mexican micelle michigan micron mid middle might migrate mild mile militia milk mill mimesis min mind " +
		"mine mineral mingle minimal minimize minimum minor minute miracle misery miss missile missouri mist " +
		"mistake mistaken mix mixed mixing mixture moan mob mobilize mock mode model modern modest modify moist " +
		"mold moment momentum monday money monitor monk monkey monocle monument mood moon moral morale more " +
		"morning mortal most mother motif motion motive motor mound mount mountain mourn mouse mouth move movie " +
		"moving much mucosa mud muddy mumble murder muscle muse music musical musician musket must mustache " +
		"muster mutter muzzle nail naive naked name namely nation native natural nature naval navy nazi near neat " +
		"neck need needed needle negative negro neo nerve nest nestle net never new newly news next nice nicely " +
		"nickel night nine nineteen ninety ninth nitrogen noble nod noise nonsense noon norm normal nose not note " +
		"notice nourish nov novel now nowhere nude number numerous nurse nut oak oath obey oblige obtain ocean " +
		"odd odor off offense offer office often ohio oil oily old older ominous omit once one only onset open " +
		"opening openly opera opinion opium oppose oral orange orbit ordain order organ orient origin other ounce " +
		"our oust out outcome outer outfit outlet outline output outrage outset outside oval over owe own owner " +
		"oxen oxygen oyabun pace pack package packet page paid pail pain painful pains paint painter painting " +
		"pair palace pale palm pan panic pansy pant papa paper parade pardon parent paris park parked part " +
		"partner party pass passage passenger past paste pasted pasture pat patent path patience patient patrol " +
		"patron pause paw pay payment peace peasant peer pen pencil pennant pension people percent perfume period " +
		"permit pertain phalanx phase phone pianist piano pick picket pickup picture piece pig pile pill pilot " +
		"pin pinch pine pink pinpoint pioneer pipe pistol pit pity place plague plain plan plane planet planned " +
		"planning plant plate play playing plead please plod plot plunge pocket poem poet poetry point poise " +
		"poised poke poland polar polarize pole police policeman policy polish polite poll pollen pond ponder " +
		"pool poor pop pope popular populate pore pork porous port portal pose position positive posse post " +
		"posture pot potent potter pound pour powder power praise pray precede preceding precise prepare presence " +
		"present presume prey price pride prime print prize pro probe prod produce promise promote prone pronoun " +
		"propose protein proud pry pucker puff pull pulse pump punish pupil purchase pure purely purity purl " +
		"purple purpose purse pursuant pursue pursuit push pushup pussy put puzzle puzzling pyrex quack quaint " +
		"quake quantity quarrel quasi queen queer query quiet quirt quit quite quote rabbi rabbit race racket " +
		"radio rag rage ragged raid rail rain raise raised ram ranch rancher random range rank ransack rap rape " +
		"rapid rare rat rate rating ratio raw ray reach react read reader reading ready real realize realm reap " +
		"rear reason reasoning reb rebel rebuff rebut recall recede recent recite reckon record recording recount " +
		"recover recruit recur red reduce reduced reel refer reflex reform refugee refund refusal refuse regain " +
		"regard region regret regular regulate reign rein rejoice rejoin relate related relation relative relax " +
		"release reliable relief relieve relish remain remark remedy remind reminder remote remove render renew " +
		"rent repair repay repeal repeat repel replace reply report repose request require rescue resent reserve " +
		"reside resident resign resist resort resource respite rest restore result resume retailer retailing " +
		"retain retire retired retort retrace return reunite revel revenge revenue reverse revise reward rib " +
		"ribbon rice rich rid riddle ride rider ridge ridicule rifle rifleman rig right rigid ring rip ripe " +
		"ripple rise risk rite ritual rival river road roam rob robe rocket role roll roman romance rome room " +
		"root rope rose rot rotate rough round route routine row royal rpm rub rubber rug rugged ruin rule ruler " +
		"ruling rumble rumor run runaway runner running rural rush rushing russia russian rustle rustling rusty " +
		"sacred sad saddle sadly safe safely safety sag said sail sailing sailor saint sake salary sale salesman " +
		"saline saloon salt same sample sampling sand satire savage save saving saw say scale scan scandal scare " +
		"scared scene scenery scent scented schedule scheme science scope score scot screen scrub sea seal season " +
		"seat seated secede second secret secure see seed seek seem seeming seen seep segment seize seizure " +
		"seldom select self sell selling senate senator send sending senior sensation sense sensitive sensor " +
		"sensory sent sentence sentiment sept septum sequence series serious sermon serpent serum servant serve " +
		"service set setting settle seven sever severe sew sewage sewer sex sexual shabby shade shaded shadow " +
		"shaft shake shall shame shape shaped share sharp sharpen shatter shave shaving shear sheath shed sheep " +
		"sheer sheet shelf shell shelter sheriff shield shielding shift shine ship shipment shipping shirt shiver " +
		"shoe shoot shooting shop shopping shore short shortage shorten shot should shoulder shout shouting shove " +
		"show shower shown shred shudder shuffle shun shunt shut shutter sicilian sick side sidle sigh sight sign " +
		"signal silence silent silk silly silver similar simmer simple sin since sincere sing singing single sink " +
		"sinner sip sir sister sit site sitting situate six sixteen sixty size skin skip sky slam slant slap " +
		"sleep slice slide slim slip slit slop slope slot smile smoke snake snap sneer snore snub soap sober sod " +
		"sofa soft soften soil soiled solace soldier sole solid some son song soon sorb sore sort soul sound sour " +
		"source south sow space spade span spare specimen speed spend sphere spin spire spirit spit split spoke " +
		"spot spree sprout spy squad square squat squeeze stage stain stained staining stake stand standing stare " +
		"state statue stature statute stay steal steel steep steer stem step stereo stern sting stolid stone " +
		"stood stoop stop store stout strand strange stranger strangle stride strike strip strong strut studio " +
		"stupid subdue sublime submit subside subtle suburb suburban such suck sudden sue suffer sugar suit " +
		"suitcase suite suited sullen sum summer summon sun sunday sundown sundry super superb supper suppose " +
		"supreme sure surely surface surge surmise survey suspend suspense sustain sway sweat sweden sweep sweet " +
		"swim swoop table tack tackle tag tail tailor take taken taking tale talent talk tall tally tangent " +
		"tangled tank tap tape target task taste taunt taut tax taxi tea teach teacher teaching team tear tears " +
		"tease technique teen teenage tell temper temple tempt ten tenant tend tender tenement tent term test " +
		"testing text textile texture than that their them theme then there these they thin thing this those " +
		"though thought thousand three throng tick tide tie tight tilt timber time timely times timing tin tiny " +
		"tip tire tired tissue titer title toad today toe toilet told tomb ton tonal tone tongue too took tool " +
		"top torment torn torture total touch tough tour towel tower town toy trace trade trail train trained " +
		"training trance trap tray tread treat tree trend trial tribute trim trip troop trot true try tsunami tub " +
		"tube tubing tuck tug tumble tumor tune turn turned turning twice twine two type unaware under understood " +
		"union unique unit unite unlike unpaid until upset uptake urban urge urgent usage use used useful user " +
		"usual utilize utopia utopian vague vain valid value valued vase veer veil vein vent venture veranda verb " +
		"verbal verse vertex very veteran vie vine visit vital volume vote voting voyage wade wag wage wagon wail " +
		"waist wait waiter waiting wake wakeful walk wall wallop wander wandering want war ward warfare warm warn " +
		"warning warrant was wash washing waste water wave waver wax way weaken weapon wear weary wedding weekend " +
		"weep weigh weight weird welfare well went were west wet what wheel when where which while whip white " +
		"whole wide widen win wind wine wing wipe wire wise wit with wobble woman women wonder wood wooden woods " +
		"word work worker workout world worm worn worry worse worship worst would wound wrangle wrap write " +
		"writing wrong wrote xylem yank yankee yard yawn year yearn yearning years yell yelp yes yet yield yokuts " +
		"young your youth zeal zero zinc"
	).split(" "),
);

const endings = ["s", "es", "d", "ed", "ing", "r", "er", "ly"];

/** Of small letters; in any of its forms. */
export function isCommonWord(letters: string): boolean {
	if (words.has(letters)) return true;
	for (const ending of endings) {
		if (!letters.endsWith(ending)) continue;
		const stem = letters.slice(0, -ending.length);
		if (words.has(stem) || words.has(`${stem}e`) || words.has(stem.replace(/([aeiou])([^aeiou])\2$/, "$1$2")))
			return true;
	}
	return letters.endsWith("ies") && words.has(`${letters.slice(0, -3)}y`);
}
