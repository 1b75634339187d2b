"""How much what weighs, the same in every engine: the judged queries rank alike on all of them."""

# What a match is worth in these fields, on top of what it is worth among all words.
TITLE, CITATION, LABEL = 3.0, 4.0, 1.0
WHOLE_TITLE, WHOLE_CITATION, WHOLE_WORDS = 6.0, 10.0, 3.0
# A word is worth more than a pair of syllables, which is there to miss nothing.
WORD = 2.0
# What else a thing is called is worth less than what was typed, and whatever else speaks for a work,
# one that has the words as they were typed comes before one that has not.
OTHER_NAME, AS_TYPED = 0.3, 100.0
# Among passages about equal, the one that still holds; before all, the language filtered by.
PREFERRED, LANGUAGE = 1.0, 100.0
# What is from where the query's language is spoken.
HOME = 20.0
# What has the query as the whole of its name, before what only has it in its name.
NAMED = 200.0
# For each of these counts that a work's citations reach.
CITED, CITED_STEPS = 2.0, (1, 4, 16, 64, 256, 1024)
