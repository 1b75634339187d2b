"""The guide: cited screening questions, and what their answers are indications of.

It knows neither who asks nor what became of an answer: answers come in, an outcome goes out, and
nothing is kept. It never gives a score, a probability or a determination.
"""
