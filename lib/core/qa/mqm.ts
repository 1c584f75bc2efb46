/** The error types of MQM (the MQM Core typology) that checks name, as `dimension/type`. */
export const mqmTypes = [
	"terminology/inconsistent-with-resource",
	"terminology/inconsistent-use",
	"terminology/wrong-term",
	"accuracy/mistranslation",
	"accuracy/addition",
	"accuracy/omission",
	"accuracy/untranslated",
	"linguistic-conventions/grammar",
	"linguistic-conventions/punctuation",
	"linguistic-conventions/spelling",
	"linguistic-conventions/unintelligible",
	"linguistic-conventions/character-encoding",
	"style/inconsistent-style",
	"locale-conventions/number-format",
	"locale-conventions/date-format",
	"design-and-markup/markup",
	"workflow/state",
] as const;
export type MqmType = (typeof mqmTypes)[number];
