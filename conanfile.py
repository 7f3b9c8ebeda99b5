import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import load


class ClerkRecipe(ConanFile):
    name = "clerk-cpp"
    description = "C++ toolkit for the Clerk Backend API"
    license = "MIT"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True}
    exports = "include/clerk/version.hpp"
    exports_sources = "CMakeLists.txt", "cmake/*", "include/*", "src/*", "docs/*", "examples/*", "*.md", "LICENSE"

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include/clerk/version.hpp"))
        self.version = re.search(r'string_view version = "([^"]+)"', header).group(1)

    def requirements(self):
        self.requires("boost/[>=1.81 <2]", transitive_headers=True)
        self.requires("libcurl/[>=7.88 <9]")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        for part in ("SERVER", "CTL", "TESTS", "EXAMPLES"):
            toolchain.cache_variables[f"CLERK_BUILD_{part}"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "clerk")
        self.cpp_info.set_property("cmake_target_name", "clerk::clerk")
        self.cpp_info.set_property("pkg_config_name", "clerk")
        self.cpp_info.libs = ["clerk"]
        self.cpp_info.requires = ["boost::json", "boost::url", "boost::headers", "libcurl::libcurl"]
        self.cpp_info.system_libs = ["pthread"]
