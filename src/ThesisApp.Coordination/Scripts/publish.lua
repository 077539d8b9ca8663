-- Puts a chapter's text where others read it, and says that the chapter is complete. Repeating it changes nothing.
-- KEYS: those of prelude.lua, then 12 the text, string, and 13 the word that it is complete, string: the fencing token under which it was published.
-- ARGV: 2 task id, 3 token, 4 text.
-- Returns: 'published' or 'lost'.

if not held(ARGV[2], ARGV[3], call('HGET', META, 'state')) then return 'lost' end
call('SET', KEYS[12], ARGV[4])
call('SET', KEYS[13], ARGV[3])
return 'published'
