"""What is kept between runs, in the user's own folder and under the user's seal."""
