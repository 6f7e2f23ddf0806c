# frozen_string_literal: true

# Reads JSON lines {"params": {...}, "query": "..."} and answers each with what Faraday itself makes of it:
# {"nested", "flat": params encoded; "nestedQuery", "flatQuery": query read and written again, null where Faraday raises}.
require 'json'
require 'uri'
require 'faraday'

def again(encoder, query)
  encoder.encode(encoder.decode(query))
rescue StandardError
  nil
end

nested = Faraday::NestedParamsEncoder
flat = Faraday::FlatParamsEncoder
$stdin.set_encoding('UTF-8')
$stdout.set_encoding('UTF-8')
$stdin.each_line do |line|
  input = JSON.parse(line)
  params = input['params']
  query = input['query']
  puts JSON.generate(
    'nested' => nested.encode(params),
    'flat' => flat.encode(params),
    'nestedQuery' => again(nested, query),
    'flatQuery' => again(flat, query)
  )
end
