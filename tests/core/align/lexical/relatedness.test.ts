import { describe, expect, test } from "vitest";
import { lexical } from "#lib/core/align/aligners/lexical.ts";

const german = [
	"Anna Berger kam 1956 nach Lugano.",
	"Der Dirigent Marcel Favre wohnte im Hotel Bristol.",
	"Das Orchester spielte am 14. Juli in Bellinzona.",
	"Die Karten kosteten 12 Franken.",
	"Professor Keller lobte die Sopranistin Irina Dawson.",
	"Am Ende kamen 850 Menschen ins Theater.",
	"Die Zeitung Tribuna nannte es ein Fest.",
	"Im August fuhr Berger nach Genua.",
];
const french = [
	"Anna Berger arriva en 1956 à Lugano.",
	"Le chef Marcel Favre logeait à l'hôtel Bristol.",
	"L'orchestre joua le 14 juillet à Bellinzona.",
	"Les billets coûtaient 12 francs.",
	"Le professeur Keller loua la soprano Irina Dawson.",
	"À la fin, 850 personnes vinrent au théâtre.",
	"Le journal Tribuna parla d'une fête.",
	"En août, Berger partit pour Genua.",
];
const elsewhere = [
	"Il faut arroser les tomates chaque soir.",
	"On enlève les feuilles jaunes avec soin.",
	"La terre doit rester fraîche et meuble.",
	"Un peu de paille garde bien l'humidité.",
	"Les fruits mûrs se cueillent le matin.",
	"On les mange avec du sel et du basilic.",
	"Les graines se gardent dans une boîte.",
	"Au printemps, on sème de nouveau.",
];

describe("without a dictionary, a link is believed only where words speak for it", () => {
	test("names and numbers that stand in both texts leave the confidence as it is", () => {
		const beads = lexical.align(german, french);
		expect(beads.map(({ source, target }) => `${source} ${target}`)).toEqual(
			german.map((_, i) => `${i},${i + 1} ${i},${i + 1}`),
		);
		expect(Math.max(...beads.map((bead) => bead.confidence))).toBeGreaterThan(0.85);
	});

	test("texts that share none are never surer than .7", () => {
		for (const bead of lexical.align(german, elsewhere)) expect(bead.confidence).toBeLessThanOrEqual(0.7);
	});
});
