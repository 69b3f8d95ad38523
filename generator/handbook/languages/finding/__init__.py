"""How words are split and folded, so that they are found however they are typed.

Here alone the tables of jieba, pypinyin and OpenCC are read, each when it is first needed.
"""
