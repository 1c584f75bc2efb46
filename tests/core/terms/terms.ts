import type { RenderingStatus, Term, TermRendering } from "#lib/core/terms/term.ts";

const rendering =
	(status: RenderingStatus) =>
	(text: string, authority = "") =>
		({ text, status, note: "", authority, alwaysWrong: false }) satisfies TermRendering;

export const preferred = rendering("preferred");
export const allowed = rendering("allowed");
export const forbidden = rendering("forbidden");
export const alwaysWrong = (text: string): TermRendering => ({ ...forbidden(text), alwaysWrong: true });

export const termOf = (simplified: string, ...renderings: TermRendering[]): Term => ({
	id: simplified,
	simplified,
	traditional: simplified,
	domain: "",
	note: "",
	renderings,
});

/** A glossary as a project may have one. */
export const glossary: readonly Term[] = [
	termOf("中共中央", preferred("CPC Central Committee")),
	termOf("中共中央政治局", preferred("Political Bureau of the CPC Central Committee")),
	{
		...termOf(
			"中共中央对外联络部",
			preferred("International Department of the CPC Central Committee", "Xinhua"),
			allowed("International Department"),
			alwaysWrong("External Liaison Department"),
			forbidden("Liaison Department"),
		),
		traditional: "中共中央對外聯絡部",
	},
	{ ...termOf("一带一路倡议", preferred("Belt and Road Initiative")), traditional: "一帶一路倡議" },
	termOf("外防输入、内防反弹", preferred("prevent both imported cases and domestic resurgence")),
	termOf("5G", preferred("5G")),
	termOf("GDP", allowed("gross domestic product")),
	termOf(
		"八项规定",
		preferred("implement the Eight-Point Regulations"),
		forbidden("implement eight provisions"),
	),
	termOf("基层", preferred("grass-roots"), allowed("grassroots"), forbidden("basic level")),
	termOf("全国人大", preferred("National People's Congress")),
	termOf("世卫组织", preferred("WHO")),
	termOf("教科文组织", preferred("UNESCO")),
	termOf("现代化", preferred("modernization"), forbidden("modernity")),
	termOf("党建", preferred("Party building"), forbidden("Party construction")),
	termOf("大党建工作", preferred("all-round Party building"), allowed("party-building at large")),
	termOf("新理念", preferred("innovative, coordinated, and green")),
	termOf("会谈", preferred("hold talks")),
	termOf(
		"两个维护",
		preferred("Two Upholds"),
		forbidden("two safeguards"),
		alwaysWrong("achieve two safeguards"),
	),
	termOf("教育部", preferred("Ministry of Education")),
	termOf("高考", preferred("college entrance examination")),
	termOf("党组", preferred("leading Party members group")),
	termOf("禁语", forbidden("forbidden word")),
];
