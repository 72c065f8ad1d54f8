import { stem } from './stem.client.ts';

/**
 * Words that readers use for each other, a group a line. What goes wrong is told in plain words, of which each person has others: an
 * app hangs, freezes or is stuck. And names have short forms. Words that are compared, such as `mock` and `stub`, stand in none.
 */
const GROUPS = `
hang stuck freeze frozen unresponsive stall pending blocked
slow slower lag latency sluggish delay late
crash die dies died dying down
kill terminate
grow leak climb rise increase
twice duplicate double
delete remove unlink
large big huge
folder directory dir
several multiple many
once simultaneously parallel concurrent
abort cancel
fail failure error exception throw
prevent avoid stop protect
speed fast faster quick improve optimise optimize performance perf
hide secret
implement create build make own scratch code
save store persist
limit max maximum
install download
lost lose missing disappear
call invoke
check verify validate
golang go
postgres postgresql
mongo mongodb
db database
env environment
app application
param parameter
arg argument
config configuration
doc docs documentation
func function
deps dependency
lib library
prod production
ws websocket websockets
cert certificate
async asynchronous
sync synchronous
mem memory ram
err error
req request
res response
auth authentication
backend server
k8s kubernetes
ts typescript
msg message
os system
job task
queue broker
finish end complete done quit
program script
safe secure safely
big size
reject refuse deny
start launch boot
user client visitor
wait pause sleep
limit restrict cap quota
log logging logs
`;

const groups = new Map<string, Set<number>>();
GROUPS.trim()
  .split('\n')
  .forEach((line, i) => {
    for (const word of line.split(' ')) {
      const key = stem(word);
      groups.set(key, (groups.get(key) ?? new Set()).add(i));
    }
  });

/** Whether two stems are words for the same. */
export function alike(a: string, b: string): boolean {
  const mine = groups.get(a);
  const theirs = groups.get(b);
  return !!mine && !!theirs && [...mine].some((group) => theirs.has(group));
}
