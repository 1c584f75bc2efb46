import { isChinese, isEnglish } from "../text/language.ts";
import type { CheckedDocument } from "./contract.ts";

/** For checks that hold an English rendering against its Chinese source. */
export const fromChineseToEnglish = ({ sides, sourceLanguage, targetLanguage }: CheckedDocument): boolean =>
	sides.source && sides.target && isChinese(sourceLanguage) && isEnglish(targetLanguage);
