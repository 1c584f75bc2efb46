/** English says some words twice on purpose. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Says little by itself: articles, pronouns, prepositions, conjunctions, auxiliary verbs. */
export const functionWords = list(
	`a an the i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
	myself yourself himself herself itself ourselves yourselves themselves this that these those who whom whose which
	what when where why how there here one ones some any all both each every either neither none no not nor and or but
	so if as than then because since while though although unless until whether of in on at to for from by with about
	into onto over under up down out off through after before between among against without within upon around across along behind beside beyond near since towards toward is are was
	were be been being am do does did done have has had having will would shall should can could may might must
	don't doesn't didn't isn't aren't wasn't weren't it's that's he's she's i'm you're we're they're can't won't`,
);

export const pronouns = list(
	`i you he she it we they me him her us them my your his its our their mine this that these those who whom whose
	which what there here one it's that's he's she's i'm you're we're they're`,
);

/** After these a subject has ended, so that what stands before may begin a clause of its own. */
export const finiteVerbs = list(
	`is are was were am has have had do does did will would shall should can could may might must isn't aren't wasn't
	weren't won't wouldn't can't cannot couldn't didn't don't doesn't hasn't haven't hadn't not n't`,
);

/** Again and again, on and on, half and half. */
export const joinedOnPurpose = list(
	`more less again on over round around through up down out off away back forth by so such half many further farther
	ever never too very really long far forever always`,
);

/** Thousands and thousands of people: amounts and times, in the plural. */
const amounts = list(
	`years days hours weeks months minutes seconds ages decades centuries generations nights mornings miles pages rows
	layers piles heaps tons loads lots scores dozens hundreds thousands millions billions trillions kilometres
	kilometers boxes bags lines streams stacks oceans reams rounds masses times`,
);

/** He waited and waited: what may go on for long, in any form. Only a remark, since machines write them too. */
const goingOn = list(
	`wait walk talk run work think thought try cry cried laugh search look read reread write wrote eat ate drink drank
	dance sing sang sleep slept fight fought grow grew rise rose fall fell climb push pull scream shout pray beg ask
	argue stare watch listen practice practise rain snow beat hit knock call ring rang shake shook spin turn roll dig
	drive drove ride rode sail swim swam fly flew play giggle weep wept kiss go went come came tried ran cough hurt`,
);

/** Twice in a row in any sentence: he had had, that that, very very. */
export const touchingOnPurpose = list(
	"had that is her you it in on do did what who so very much really long many la super",
);

/** Twice in a row as a call or a sound, with a mark before or after: bye bye! */
export const callsAndSounds = list(
	`ha haha hee ho no yes bye knock there now well night chop blah hear dear far too never big little bit tut hush hey
	hello hi oh ooh ah aah ooo wow yeah ok okay please thanks thank come go wait stop run tick tock choo quack woof meow
	boo na da pom tap bang ding dong click beep buzz pitter drip honk goodbye help row merrily jingle twinkle way fifty`,
);

/** Names that are a word said twice. */
export const doubledNames = list(
	"johnson duran run want yo yo-yo walla pago bora baden new coco lulu dada mimi zsa ling ming chow dik aye cous can",
);

/** Said again for its force, with a comma between: no, no. */
export const insisting = list(
	`very many much really so too far long never no yes ok okay please thank thanks hello hi hey come wait stop look go
	well now there here oh ah sorry right good bye goodbye slowly quickly run help fire again always ever hear quick
	quickly forever everywhere more less first location alas amen father mother mum mom dad mama papa baby my ha haha
	home dear easy steady down up left on`,
);

const shortAdjectives = list(
	`big small good bad long short high low fast slow near far deep strong weak hot cold warm cool old young new late
	early soon loud quiet soft hard bright dark light thick thin wide narrow large great rich poor clear sharp flat
	tight loose fat steep fine rare safe strange tough rough smooth sweet bitter sour close clean cheap dear few fierce
	calm firm full grim keen kind lean mild neat odd pale plain proud pure quick red ripe sad sick smart stiff still
	sure tall tame tense true vague wet wild wise green white black blue gray grey simple humble gentle noble subtle`,
);

const isComparative = (word: string): boolean => {
	if (word === "better" || word === "worse" || word.endsWith("ier")) return true;
	if (!word.endsWith("er")) return false;
	const stem = word.slice(0, -2);
	return (
		shortAdjectives.has(stem) ||
		shortAdjectives.has(`${stem}e`) ||
		(stem.at(-1) === stem.at(-2) && shortAdjectives.has(stem.slice(0, -1)))
	);
};

/** What one single word said twice, with "and" between, is: told as English does, perhaps, or not. */
export function isJoinedOnPurpose(word: string): boolean {
	return joinedOnPurpose.has(word) || amounts.has(word) || isComparative(word);
}

const endings = /(?:ned|ted|ped|ged|med|ning|ting|ping|ging|ming|ed|ing|s)$/u;

export function mayGoOn(word: string): boolean {
	if (goingOn.has(word)) return true;
	if (!endings.test(word)) return false;
	return ["ed", "ing", "d", "s"].some((ending) => {
		if (!word.endsWith(ending)) return false;
		const stem = word.slice(0, -ending.length);
		return (
			goingOn.has(stem) ||
			goingOn.has(`${stem}e`) ||
			(stem.at(-1) === stem.at(-2) && goingOn.has(stem.slice(0, -1)))
		);
	});
}
