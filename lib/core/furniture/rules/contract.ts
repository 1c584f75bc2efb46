/** What is known of the pages of one language: words and shapes as data. All languages' rules hold on every page. */

/** What a label before a colon announces. */
export type LabelRole =
	| "published"
	| "updated"
	| "publisher"
	| "byline"
	/** Editors, photographers, checkers: told, but no byline. */
	| "credit"
	/** Document number, index: of the document's record, without a field of ours. */
	| "record"
	/** Views, text size, share: furniture where nothing else is said with it. */
	| "control"
	| "title"
	/** Says a date or a name only beside the title; in the text it is text ("时间：", "Date:"). */
	| "date-in-head"
	| "byline-in-head";

export interface LanguageRules {
	/** Names the file; no two are alike. */
	readonly id: string;
	/** Sources of regular expressions, matched at the beginning of a line or after a break in it, before a colon. */
	readonly labels: Readonly<Partial<Record<LabelRole, readonly string[]>>>;
	/** Whole line, or its beginning where it says so: the page's wherever it stands. */
	readonly furniture: readonly RegExp[];
	/** Furniture around the article, its own facts between its paragraphs: "Location: …", "主办单位：…". */
	readonly facts: readonly RegExp[];
	/** Asks the reader to do something with the page or the app: furniture even between paragraphs, sentence or not. */
	readonly prompts: readonly RegExp[];
	/** Furniture beside the article, possibly text within it: addresses, telephone numbers, names of languages. */
	readonly besideArticle: readonly RegExp[];
	/** Sources: a line of nothing but these and separators is a share bar, a text size bar and the like. */
	readonly controls: readonly string[];
	/** Sources: a line of nothing but these is a menu, above the title and below the article. */
	readonly menu: readonly string[];
	/** First word of a breadcrumb. */
	readonly home: readonly RegExp[];
	/** What stands over a list of links; the whole line. */
	readonly linkLists: readonly RegExp[];
	/** The article is over: comments, licences, the page before and the next. */
	readonly ends: readonly RegExp[];
	/** A line of credits without a label: "by Ann Lee, Bo Li". The group `byline` or `publisher` holds the value, if any. */
	readonly credits: readonly RegExp[];
	/** The same, only between the title and the text. */
	readonly creditsInHead: readonly RegExp[];
	readonly captions: readonly RegExp[];
	/** Never anything but text, though short: salutations, "特此通知", "Enditem". */
	readonly text: readonly RegExp[];
	/** The group `name` is the name of the site. */
	readonly siteNames: readonly RegExp[];
	/** What follows a site's name on its pages and is no part of it. */
	readonly siteSuffix: RegExp;
	/** The whole line can be a person's name. */
	readonly person: RegExp;
	/** Values that name nobody: "佚名", "本站", "admin". */
	readonly nobody: RegExp;
	/** The whole line is the name of an office, a paper, a school. */
	readonly organisation: RegExp;
}
