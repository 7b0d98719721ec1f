# Writes the text file IN as the C array NAME into OUT.
file(READ ${IN} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "(char) 0x\\1, " bytes "${bytes}")
string(REGEX REPLACE "((\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., )(\\(char\\) 0x.., ))" "\\1\n  " bytes "${bytes}")
file(WRITE ${OUT} "/* Made of ${IN}. */\n#include \"${HEADER}\"\n\nconst char ${NAME}[] = {\n  ${bytes}0 };\n")
