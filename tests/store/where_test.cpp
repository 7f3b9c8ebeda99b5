#include "server/store/where.hpp"

#include "tests/store/store_support.hpp"

namespace clerk::server::store {
namespace {

class WhereTest : public testing::Test {
 protected:
  WhereTest() {
    session->execute("CREATE TABLE words (word TEXT NOT NULL, n BIGINT NOT NULL)");
    std::int64_t n = 0;
    for (const char* word : {"plain", "100%", "100 per cent", "a_b", "aXb", "back\\slash", "back-slash"}) {
      session->execute("INSERT INTO words (word, n) VALUES (:word, :n)", {{"word", std::string{word}}, {"n", n++}});
    }
  }

  std::vector<std::string> words(const Where& where) {
    std::vector<std::string> words;
    for (const Row& row :
         session->query("SELECT word FROM words WHERE " + where.text() + " ORDER BY n", where.parameters())) {
      words.push_back(std::get<std::string>(row.at(0)));
    }
    return words;
  }

  Database database{StoreLocation{}};
  std::unique_ptr<Session> session{database.open_session()};
};

using testing::ElementsAre;

TEST_F(WhereTest, ClausesMustAllHold) {
  EXPECT_THAT(words(Where{}.add("n > ?", std::int64_t{1}).add("n < ?", std::int64_t{4})),
              ElementsAre("100 per cent", "a_b"));
}

TEST_F(WhereTest, ListsOfAnyLengthSelectWhatTheyHold) {
  EXPECT_THAT(words(Where{}.add("1 = 1").one_of("word", {})), testing::SizeIs(7));
  EXPECT_THAT(words(Where{}.one_of("word", {"plain"})), ElementsAre("plain"));
  EXPECT_THAT(words(Where{}.one_of("word", {"a_b", "plain", "nobody"})), ElementsAre("plain", "a_b"));
  EXPECT_THAT(words(Where{}.none_of("word", {"100%", "a_b", "aXb"}).add("n < ?", std::int64_t{6})),
              ElementsAre("plain", "100 per cent", "back\\slash"));
}

TEST_F(WhereTest, APartIsFoundAsItIsThoughItHoldsTheSignsOfLike) {
  EXPECT_THAT(words(Where{}.holds("word", "0%")), ElementsAre("100%"));
  EXPECT_THAT(words(Where{}.holds("word", "_")), ElementsAre("a_b"));
  EXPECT_THAT(words(Where{}.holds("word", "\\")), ElementsAre("back\\slash"));
  EXPECT_THAT(words(Where{}.holds("word", "00")), ElementsAre("100%", "100 per cent"));
}

}  // namespace
}  // namespace clerk::server::store
