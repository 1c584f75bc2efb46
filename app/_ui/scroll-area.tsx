"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";

const focusable = "a[href], button, input, select, textarea, summary, [tabindex]";

/** A part that scrolls by itself: where there is nothing in it to go to by Tab, one goes to it and scrolls by arrows. */
export function ScrollArea(props: ComponentProps<"div">) {
	const area = useRef<HTMLDivElement>(null);
	const [stops, setStops] = useState(false);
	useEffect(() => {
		const { current } = area;
		if (!current) return;
		const look = () => {
			const down = current.scrollHeight > current.clientHeight;
			const across = current.scrollWidth > current.clientWidth;
			setStops((down || across) && !current.querySelector(focusable));
		};
		const sizes = new ResizeObserver(look);
		sizes.observe(current);
		for (const child of current.children) sizes.observe(child);
		return () => sizes.disconnect();
	}, []);
	return <div ref={area} {...props} {...(stops && { tabIndex: 0 })} />;
}
