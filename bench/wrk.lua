-- Counts the answers that are not the expected one, and prints what load.ts reads.
local threads = {}
wrong = 0

function setup(thread)
  threads[#threads + 1] = thread
end

function init(arguments)
  length = tonumber(arguments[1])
end

function response(status, _, body)
  if status ~= 200 or #body ~= length then wrong = wrong + 1 end
end

function done(summary, latency)
  local errors = summary.errors
  local total = errors.connect + errors.read + errors.write + errors.timeout
  for _, thread in ipairs(threads) do total = total + thread:get("wrong") end
  print(string.format('\n{"requests": %d, "perSecond": %f, "p50": %f, "p99": %f, "wrong": %d}',
    summary.requests, summary.requests / summary.duration * 1000000,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, total))
end
