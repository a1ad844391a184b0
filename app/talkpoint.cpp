#include "shell/run.hpp"

int main(int argc, char** argv) { return talkpoint::shell::run(argc, argv); }
