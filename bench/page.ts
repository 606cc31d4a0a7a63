import { measureLongLog } from "./page/long-log.ts";
import { openStage } from "./page/stage.ts";

const stage = await openStage();
try {
  const { short, long, actions } = await measureLongLog(stage);
  console.log(short, long, long.task / short.task, actions);
} finally {
  await stage.close();
}
