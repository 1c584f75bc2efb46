import { useEffect, useState } from "react";

/** Somebody who walks through passages does not ask about each one. Milliseconds. */
const rest = 350;

export function useRested<Value>(value: Value): Value {
	const [rested, setRested] = useState(value);
	useEffect(() => {
		const timer = setTimeout(() => setRested(value), rest);
		return () => clearTimeout(timer);
	}, [value]);
	return rested;
}
