"use client";

import { useEffect, useState } from "react";
import { useDesk } from "../desk-context.tsx";

/** The newest revision once everything typed here is saved; null until then. */
export function useTaken(): number | null {
	const desk = useDesk();
	const [taken, setTaken] = useState<number | null>(null);
	useEffect(() => {
		desk.typing.save();
		let ended = false;
		void desk.data.queue.whenIdle().then(() => {
			if (!ended) setTaken(desk.data.taken);
		});
		return () => {
			ended = true;
		};
	}, [desk]);
	return taken;
}
