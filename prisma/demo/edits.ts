import type { Colleague, ColleagueKey, DemoSession, DemoStep } from "./edit-steps.ts";
import { mudflatOpening, museumAlignment, museumWording } from "./other-passes.ts";
import { portCraftsmen, portOpening } from "./port-first-pass.ts";
import { portAfterDesk, portLastLook, portToDesk } from "./port-second-pass.ts";

export const colleagues: Readonly<Record<ColleagueKey, Colleague>> = {
	lin: { name: "Lin Qiao", email: "lin.qiao@duizhao.example", role: "lead" },
	okafor: { name: "Adaeze Okafor", email: "adaeze.okafor@duizhao.example", role: "reviewer" },
};

const sessions: readonly DemoSession[] = [
	portOpening,
	portCraftsmen,
	portToDesk,
	museumWording,
	portAfterDesk,
	museumAlignment,
	mudflatOpening,
	portLastLook,
];

/** Every step, oldest first: the order in which to replay them. */
export const demoSteps: readonly DemoStep[] = sessions.flatMap(({ by, article, begins, steps }) =>
	steps.map(({ minute, ...action }) => ({
		...action,
		by,
		article,
		minutesBefore: begins.days * 1440 + begins.hours * 60 - minute,
	})),
);
