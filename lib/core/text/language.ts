/* By themselves: the characters by which a text is told are more than whoever only asks about a tag should load. */

/** True for every tag of Chinese (`zh`, `zh-Hant`, `zh-TW`), whose sentences meet without a space. */
export function isChinese(language: string): boolean {
	return /^zh(-|$)/iu.test(language);
}

/** True for every tag of English. */
export function isEnglish(language: string): boolean {
	return /^en(-|$)/iu.test(language);
}
