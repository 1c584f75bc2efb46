/** What is not learned as a weight: found once by trying, on chapters of novels and on news (docs/alignment.md). */
export interface LexicalParameters {
	/** Share of a word's mass that goes to the neighbours of its glosses. */
	readonly neighbourShare: number;
	/** Share of a word's mass that comes from the glosses of its characters. */
	readonly characterShare: number;
	/** t of a name and its pinyin, of a word and its identical twin, of words that look alike. */
	readonly nameShare: number;
	readonly twinShare: number;
	readonly cognateShare: number;
	/** Weight of a text's own word counts beside those of the language. */
	readonly ownShare: number;
	/** λ of the mixture with chance, per direction. */
	readonly forwardShare: number;
	readonly backwardShare: number;
	/** A pair of words counts at most this many times more than chance. */
	readonly cap: number;
	/** Learning: weight of the dictionary as so many occurrences, discount of each expected count, rounds. */
	readonly priorCount: number;
	readonly discount: number;
	readonly rounds: number;
	/** What each pair has before the first round, so that pairs the dictionary lacks can be learned. */
	readonly unknownShare: number;
	/** Weight of chance as a partner of each word. */
	readonly chance: number;
}

export const defaultParameters: LexicalParameters = {
	neighbourShare: 0.36,
	characterShare: 0.25,
	nameShare: 0.6,
	twinShare: 0.3,
	cognateShare: 0.3,
	ownShare: 0.75,
	forwardShare: 0.34,
	backwardShare: 0.14,
	cap: 1460,
	priorCount: 2,
	discount: 0.5,
	rounds: 2,
	unknownShare: 0.002,
	chance: 1,
};

/** Without a dictionary less is known beforehand, so that the texts themselves have more to say. */
const uninformed: LexicalParameters = { ...defaultParameters, priorCount: 0.3, discount: 0.8 };

export function parametersFor(informed: boolean): LexicalParameters {
	return informed ? defaultParameters : uninformed;
}
