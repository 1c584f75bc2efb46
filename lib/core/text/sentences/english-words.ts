/** Word lists of the English sentence rules; all in lower case and without the last point. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u));

/** Never the last word of a sentence: titles, and what introduces something. */
export const abbreviations = list(
	"mr mrs ms mx dr drs prof profs gen col lt capt cpt sgt cpl maj cmdr cdr adm rev hon sen rep reps gov pres amb supt insp " +
		"st mt ft messrs mme mmes mlle vs viz cf e.g i.e eg ie approx ca incl esp resp trans ed eds al.ed rt asst assoc dept gov't ph",
);

/** Abbreviations only in front of a number; before anything else they end the sentence ("He said no."). */
export const beforeNumbers = list(
	"no nos vol vols fig figs sec secs sect art arts para paras ch chap p pp pg pt n nn eq eqs ref tel ext " +
		"jan feb mar apr jun jul aug sep sept oct nov dec",
);

/** They may end a sentence, and do before a word that usually opens one. */
export const mayEndSentence = list(
	"etc inc ltd co corp bros plc llc gmbh jr sr esq ph.d m.d b.a m.a d.c u.s u.k u.n e.u b.c a.d al ave blvd rd sq univ min max hrs kg km cm lb oz ft",
);

/** Words with a capital after a time of day that belong to it: 9 a.m. Beijing time, 5 p.m. Monday. */
export const clockZones = list(
	"beijing eastern pacific central gmt utc est edt pst pdt cst et pt bst hong local moscow tokyo london new " +
		"monday tuesday wednesday thursday friday saturday sunday jan january feb february mar march apr april may jun june jul july " +
		"aug august sep sept september oct october nov november dec december",
);

/** Capitalised after an abbreviation, these open a sentence more often than they continue a name. */
export const sentenceOpeners = list(
	"the a an this that these those it its he she they we you i his her their our your my there here what which who when where why how " +
		"in on at by for from with without to as of after before since during under over between among through until while although " +
		"though because if unless but and or so yet nor however moreover furthermore therefore thus meanwhile nevertheless also then " +
		"now today yesterday tomorrow recently later earlier finally first second third some many most all each every both several no " +
		"not one two three according despite following given let please such only even",
);

export const speechVerbs = list(
	"said says asked asks replied replies answered added told cried shouted exclaimed whispered muttered murmured continued noted stressed " +
		"explained demanded insisted declared urged wrote remarked protested laughed sighed warned pledged thought",
);
