/** Words that British and American English spell otherwise, in small letters: names keep the spelling they have. */

export type Variety = "british" | "american";

export interface Variant {
	readonly variety: Variety;
	/** The same word in the other spelling. */
	readonly other: string;
}

const words = (list: string): string[] => list.trim().split(/\s+/);

/** British -our, American -or, with the endings that keep it. */
const our = words(
	"col fav hon lab behavi neighb harb hum rum flav endeav vig vap od parl sav splend tum val rig cand clam ard ferv arm savi demean misdemean",
);
const ourEndings = words(
	"- s ed ing er ers able ably ite ites itism hood hoods ful fully less al ally ly ist ists y eds ings",
);

/** American -ize, and British -ise; British -ize is right as well, so it tells nothing. */
const ise = words(`
	organ reorgan disorgan real recogn modern emphas apolog author capital character civil critic econom equal final
	general global harmon hospital industrial legal liberal local material maxim minim mobil demobil national
	international neutral normal optim popular priorit privat public revolution social special stabil destabil standard
	summar symbol urban util visual central decentral commercial crystall custom digital formal ideal immun incentiv
	item jeopard marginal memor monopol oxid polar rational regular scrutin subsid sympath synthes terror theor vital
	revital categor computer democrat internal fertil familiar colon institutional initial homogen hypothes magnet patron
	penal political pressur random steril sensit synchron trivial verbal victim western carbon decarbon
`);
const iseEndings = words("ise ises ised ising isation isations iser isers isable isational");

/** One l or two before an ending. */
const doubled = words(
	"travel cancel label model level fuel signal channel counsel quarrel rival total dial tunnel marvel",
);
const doubledEndings = words("ed ing er ers or ors ous ously ings");

const both = words(`
	centre:center centres:centers centred:centered centring:centering theatre:theater theatres:theaters fibre:fiber
	fibres:fibers litre:liter litres:liters kilometre:kilometer kilometres:kilometers centimetre:centimeter
	centimetres:centimeters millimetre:millimeter millimetres:millimeters calibre:caliber lustre:luster meagre:meager
	sombre:somber spectre:specter sceptre:scepter manoeuvre:maneuver manoeuvres:maneuvers manoeuvring:maneuvering
	defence:defense defences:defenses offence:offense offences:offenses pretence:pretense grey:gray greys:grays
	plough:plow ploughs:plows ploughed:plowed ploughing:plowing mould:mold moulds:molds moulded:molded moulding:molding
	aluminium:aluminum ageing:aging sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism
	pyjamas:pajamas paediatric:pediatric paediatrics:pediatrics paediatrician:pediatrician anaemia:anemia anaemic:anemic
	haemorrhage:hemorrhage haemoglobin:hemoglobin oestrogen:estrogen orthopaedic:orthopedic orthopaedics:orthopedics
	foetus:fetus foetal:fetal diarrhoea:diarrhea anaesthetic:anesthetic anaesthesia:anesthesia leukaemia:leukemia
	moustache:mustache moustaches:mustaches sulphur:sulfur sulphide:sulfide sulphate:sulfate cosy:cozy cosier:cozier
	jewellery:jewelry woollen:woolen fulfil:fulfill fulfils:fulfills fulfilment:fulfillment skilful:skillful
	skilfully:skillfully wilful:willful wilfully:willfully instalment:installment instalments:installments
	enrol:enroll enrols:enrolls enrolment:enrollment enrolments:enrollments analyse:analyze analysed:analyzed
	analysing:analyzing analyser:analyzer paralyse:paralyze paralysed:paralyzed paralysing:paralyzing
	catalyse:catalyze catalysed:catalyzed catalysing:catalyzing
`);

/** British only: what America writes is, in another sense, British too. */
const britishOnly = words(
	"programme:program programmes:programs tyre:tire tyres:tires cheque:check cheques:checks kerb:curb kerbs:curbs metre:meter metres:meters",
);

const table = new Map<string, Variant>();

function add(british: string, american: string, tells: "both" | Variety): void {
	if (tells !== "american") table.set(british, { variety: "british", other: american });
	if (tells !== "british") table.set(american, { variety: "american", other: british });
}

for (const stem of our) {
	for (const ending of ourEndings) {
		const end = ending === "-" ? "" : ending;
		add(`${stem}our${end}`, `${stem}or${end}`, "both");
	}
}
for (const stem of ise)
	for (const ending of iseEndings) add(stem + ending, `${stem}iz${ending.slice(2)}`, "british");
for (const stem of doubled)
	for (const ending of doubledEndings) add(`${stem}l${ending}`, stem + ending, "both");
for (const pair of both) addPair(pair, "both");
for (const pair of britishOnly) addPair(pair, "british");

function addPair(pair: string, tells: "both" | Variety): void {
	const [british = "", american = ""] = pair.split(":");
	add(british, american, tells);
}

/** Offsets are UTF-16 code units, end exclusive. */
export interface VariantUse extends Variant {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

export function variantsIn(text: string): VariantUse[] {
	const uses: VariantUse[] = [];
	for (const { 0: word, index } of text.matchAll(
		/(?<![\p{L}\p{N}@./_-])[a-z]{4,24}(?![\p{L}\p{N}@/_]|\.\p{L})/gu,
	)) {
		const variant = table.get(word);
		if (variant) uses.push({ ...variant, word, start: index, end: index + word.length });
	}
	return uses;
}
