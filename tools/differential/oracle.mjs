// Answers requests with iam-simulate: one JSON object per line in, `{"n": ..., "verdict": ...}` per line out.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2]);
const { runSimulation } = require("@cloud-copilot/iam-simulate");

for await (const line of createInterface({ input: process.stdin })) {
  const { n, simulation } = JSON.parse(line);
  let answer;
  try {
    const result = await runSimulation(simulation, {});
    answer =
      result.resultType === "error"
        ? { n, verdict: "refused", why: JSON.stringify(result.errors) }
        : { n, verdict: result.overallResult, ignored: result.result?.ignoredContextKeys ?? [] };
  } catch (error) {
    answer = { n, verdict: "refused", why: String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
