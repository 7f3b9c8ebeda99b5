# Makes one C++ file of the example programs on the pages: each main in a namespace named after its operation, and a
# table of them all.
/^## / { operation = $2 }
/^```cpp$/ { inside = 1; next }
/^```$/ && inside { inside = 0; next }
!inside { next }
/^#include/ { includes[$0] = 1; next }
{
  if (!(operation in bodies)) order[++count] = operation
  bodies[operation] = bodies[operation] $0 "\n"
}
END {
  print "#include \"tests/golden/reference_examples.hpp\""
  for (line in includes) print line
  for (i = 1; i <= count; ++i) printf "namespace %s {\n%s}\n", order[i], bodies[order[i]]
  print "const std::map<std::string, int (*)()>& clerk::golden::reference_examples() {"
  print "  static const std::map<std::string, int (*)()> all{"
  for (i = 1; i <= count; ++i) printf "      {\"%s\", ::%s::main},\n", order[i], order[i]
  print "  };\n  return all;\n}"
}
