#include "ctl/run.hpp"

int main(int argc, char** argv) { return talkpoint::ctl::run(argc, argv); }
