import type { LanguageRule } from "../document.ts";
import { anyCase, capitalised, keep, wordStart } from "./rule-writing.ts";

/** Never the last word of a sentence: titles, and what introduces something. */
const titles =
	"mr mrs ms mx dr drs prof profs gen col lt capt cpt sgt cpl maj cmdr cdr adm rev msgr hon atty sen rep reps gov pres amb supt " +
	"insp mt ft messrs mme mmes mlle vs v viz cf e.g i.e eg ie approx ca incl esp resp trans ed eds rt asst assoc dept gov't ph a.k.a";

/** Abbreviations only in front of a number; before anything else they end the sentence ("He said no."). */
export const beforeNumbers =
	"no nos vol vols fig figs tab sec secs sect art arts para paras ch chap p pp pg pt n nn eq eqs ref tel ext " +
	"jan feb mar apr jun jul aug sep sept oct nov dec";

/** They may end a sentence, and do before a word that usually opens one. */
const mayEnd =
	"inc ltd co corp bros plc llc gmbh jr sr esq ph.d al ave blvd rd st sq univ min max hrs kg km cm lb oz";

/** Words with a capital after a time of day that belong to it: 9 a.m. Beijing time, 5 p.m. Monday. */
const clockZones =
	"beijing eastern pacific central gmt utc est edt pst pdt cst et pt bst hong local moscow tokyo london new " +
	"monday tuesday wednesday thursday friday saturday sunday jan january feb february mar march apr april may jun june jul july " +
	"aug august sep sept september oct october nov november dec december";

/** Capitalised after an abbreviation, these open a sentence more often than they continue a name. */
const openers = capitalised(
	"the a an this that these those it its he she they we you i his her their our your my there here what which who when where why how " +
		"in on at by for from with without to as of after before since during under over between among through until while although " +
		"though because if unless but and or so yet nor however moreover furthermore therefore thus meanwhile nevertheless also then " +
		"now today yesterday tomorrow recently later earlier finally first second third some many most all each every both several no " +
		"not one two three according despite following given let please such only even",
);

const speechVerbs =
	"said|says|asked|asks|replied|replies|answered|added|told|cried|shouted|exclaimed|whispered|muttered|murmured|continued|noted|" +
	"stressed|explained|demanded|insisted|declared|urged|wrote|remarked|protested|laughed|sighed|warned|pledged|thought";

/** The next sentence's first word, with what may stand before it, is one that usually opens a sentence. */
const opens = `\\s+["'“‘(\\[]{0,3}(?:${openers})(?:['’]\\p{L}{1,3})?(?![\\p{L}\\p{N}.'’])`;
const zones = `${capitalised(clockZones)}|GMT|UTC|EST|EDT|PST|PDT|CST|ET|PT|BST`;

const speaker = `(?:(?!(?:${openers})\\s)\\p{Lu}[\\p{L}.'’-]{0,20}\\s+){1,3}`;

/** What makes an abbreviation or a speech of English; everything else is in the rules for all such languages. */
export const english: LanguageRule = {
	name: "English",
	rules: [
		keep(`${wordStart}(?:${anyCase(titles)})\\.`, "\\s"),
		keep(
			`${wordStart}(?:${anyCase(beforeNumbers)})\\.`,
			"\\s+(?:[0-9]|[VXLC](?!\\p{L})|[IVXLC]{2,8}(?!\\p{L}))",
		),
		// 9 a.m. Beijing time; At 8 a.m. Chinese troops left
		keep("[AaPp]\\.?[Mm]\\.", `\\s+(?:${zones})(?!\\p{L})`),
		keep(
			"(?:^|[.!?…][\"'”’)]{0,2} )(?:At|By|From|Until|Since|Before|After) [0-9][0-9:.]{0,4} [AaPp]\\.[Mm]\\.",
			"\\s",
		),
		// The U.S. Government; Acme Co. Shanghai
		keep(`${wordStart}(?:${anyCase(mayEnd)})\\.`, `(?!${opens})\\s`),
		keep("(?<![\\p{L}.])(?![AaPp]\\.[Mm]\\.)(?:\\p{L}\\.){1,8}\\p{L}\\.", `(?!${opens})\\s`),
		// J. R. R. Tolkien; but It is 3.5 C.
		keep("(?<![\\p{L}\\p{N}])\\p{Lu}\\. \\p{Lu}\\.", "\\s"),
		keep("(?:^|(?:^|[^0-9\\s])[\\s(\\[\"'“‘«—–/-]{1,3})\\p{Lu}\\.", `(?!${opens})\\s`),
		// “Go!” Li said; but “Go.” Li said that …
		keep("[!?…—][\"'”’»]{1,3}", `\\s+${speaker}(?:${speechVerbs})(?!\\p{L}|(?: \\p{L}{1,20})? that )`),
		keep("\\.[\"'”’»]{1,3}", `\\s+${speaker}(?:${speechVerbs})\\.`),
		keep("(?:\\.{2,}|…|\\. \\.)", "\\s+I[\\s'’]"),
	],
};
