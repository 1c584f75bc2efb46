import { useEffect, useState } from "react";
import { useDesk } from "../desk-context.tsx";
import type { WireSegment } from "../sync/wire.ts";

/** What is compared waits until the keys rest. Milliseconds. */
const rest = 180;

/** The segment's text; while it is in the editor (`live`), what is being typed. */
export function useLiveText(segment: WireSegment, live: boolean): string {
	const desk = useDesk();
	const [text, setText] = useState(segment.text);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		const now = () => setText((live ? desk.editor?.text : undefined) ?? segment.text);
		now();
		const stop = desk.onTyped(() => {
			if (timer) clearTimeout(timer);
			timer = setTimeout(now, rest);
		});
		return () => {
			stop();
			if (timer) clearTimeout(timer);
		};
	}, [desk, segment.text, live]);
	return text;
}
